package fr.ondine.platform.reminders;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.notifications.MailOutcome;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of letters and excuses whose mail came back: who never read a reminder is not formally noticed after it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReturnedMails {

    private final LetterStore letters;
    private final ApologyStore apologies;
    private final AuditTrail audit;
    private final Clock clock;

    ReturnedMails(LetterStore letters, ApologyStore apologies, AuditTrail audit, Clock clock) {
        this.letters = letters;
        this.apologies = apologies;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void on(MailOutcome event) {
        if (event.isTaken()) {
            return;
        }
        if (letters.returned(event.source(), clock.instant())) {
            audit.record("system", "reminder.returned", "reminder:" + event.source(), "");
        } else {
            apologies.returned(event.source());
        }
    }
}
