package fr.ondine.ui.leakfiles;

import static fr.ondine.ui.leakfiles.LeakWording.say;

import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.leaks.LeakFile;
import fr.ondine.platform.leaks.LeakState;
import fr.ondine.platform.leaks.Leaks;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says on other pages that a leak may be behind a use, with the way to what can be done about it. */
@Component
public class LeakWarnings {

    private final Leaks leaks;
    private final Clock clock;

    LeakWarnings(Leaks leaks, Clock clock) {
        this.leaks = leaks;
        this.clock = clock;
    }

    /** Of the last one of a contract that still awaits something, else of the one that was decided of the use until a day. */
    public Optional<Notice> of(UserId person, AgreementId agreement, Optional<LocalDate> readOn) {
        var files = leaks.of(person, agreement);
        return files.stream()
                .filter(LeakFile::isOpen)
                .findFirst()
                .or(() -> files.stream()
                        .filter(file ->
                                readOn.filter(file.used().until()::equals).isPresent())
                        .findFirst())
                .map(this::notice);
    }

    /** Of the one that an invoice tells of. */
    public Optional<Notice> of(UserId person, AgreementId agreement, InvoiceId invoice) {
        return leaks.of(person, agreement).stream()
                .filter(file -> file.invoice().filter(invoice::equals).isPresent())
                .findFirst()
                .map(this::notice);
    }

    private Notice notice(LeakFile file) {
        if (!file.awaitsCertificate()) {
            return new Notice(
                    file.state() == LeakState.REFUSED ? Tone.WARN : Tone.INFO,
                    say(heading(file)),
                    new Paragraph(LeakWording.used("leakfiles.notice.since", file)),
                    ActionLink.secondary(Addresses.own(file.id()), say("leakfiles.notice.follow")));
        }
        var until = file.isLate(LocalDate.now(clock)) ? "leakfiles.notice.late" : "leakfiles.notice.until";
        var sentence = file.answerBy()
                .map(day -> LeakWording.used(until, file, day))
                .orElseGet(() -> LeakWording.used("leakfiles.notice.soon", file));
        return new Notice(
                Tone.WARN,
                say("leakfiles.notice"),
                new Paragraph(sentence),
                ActionLink.secondary(Addresses.own(file.id()), say("leakfiles.notice.see")));
    }

    /** Who has sent a certificate, or an answer, is not asked again whether there is a leak. */
    private static String heading(LeakFile file) {
        if (file.isOpen()) {
            return "leakfiles.own.received";
        }
        return file.state() == LeakState.REFUSED ? "leakfiles.own.refused" : "leakfiles.own.granted";
    }
}
