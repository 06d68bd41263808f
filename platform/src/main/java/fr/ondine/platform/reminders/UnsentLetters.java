package fr.ondine.platform.reminders;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.CustomerId;
import fr.ondine.platform.notifications.ReminderMails;
import fr.ondine.platform.reminders.LetterStore.Unsent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back letters of a batch that was sent and that have not left, once nobody is to be reminded of what they ask for: a
 * mail may wait for days, a paper for whoever prints it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UnsentLetters {

    private static final int DAYS_OF_PAPER = 14;

    private final LetterStore letters;
    private final ReminderMails mails;
    private final AuditTrail audit;
    private final Clock clock;

    UnsentLetters(LetterStore letters, ReminderMails mails, AuditTrail audit, Clock clock) {
        this.letters = letters;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** All to a holder; tells how many those are. */
    int takeBack(CustomerId holder, String by) {
        return takeBack(letters.unsent(holder, sinceWhen()), by);
    }

    /** All that ask for an invoice, whatever else they ask for: the next batch does so. */
    int takeBack(InvoiceId invoice, String by) {
        return takeBack(letters.unsent(invoice, sinceWhen()), by);
    }

    private LocalDate sinceWhen() {
        return LocalDate.now(clock).minusDays(DAYS_OF_PAPER);
    }

    private int takeBack(List<Unsent> unsent, String by) {
        var withdrawn = Set.copyOf(mails.withdraw(unsent.stream()
                .filter(Unsent::isMailed)
                .map(one -> one.id().value())
                .toList()));
        var back = unsent.stream()
                .filter(one -> !one.isMailed() || withdrawn.contains(one.id().value()))
                .map(Unsent::id)
                .toList();
        letters.takeBack(back, by);
        back.forEach(one -> audit.record(by, "reminder.removed", "reminder:" + one.value(), ""));
        return back.size();
    }
}
