package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The days of the year on which the utility takes readings from its subscribers (fenêtres d'auto-relevé). */
@Component
public class ReadingWindows {

    private final Tenants tenants;
    private final Clock clock;

    ReadingWindows(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The next such days, when today is none of them. */
    public Optional<Period> closedUntil() {
        return tenants.current()
                .readings()
                .closedUntil(LocalDate.now(clock))
                .map(next -> Period.ofDays(next.first(), next.last()));
    }
}
