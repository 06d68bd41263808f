package fr.ondine.ui.claims;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.ui.shell.Written;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** Says when a person who tried too often may try again. */
@Component
class Pauses {

    private final Clock clock;

    Pauses(Clock clock) {
        this.clock = clock;
    }

    /** To the full minute, and never before the pause is over. */
    String words(Duration pause) {
        var end = ZonedDateTime.now(clock).plus(pause).plusMinutes(1);
        var today = end.toLocalDate().equals(LocalDate.now(clock));
        return I18NProvider.translate(
                today ? "claims.too-many.today" : "claims.too-many.tomorrow",
                Written.here().time(end));
    }
}
