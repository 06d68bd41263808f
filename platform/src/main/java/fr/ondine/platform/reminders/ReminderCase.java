package fr.ondine.platform.reminders;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.EmailAddress;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that decides whether an agreement is reminded.
 *
 * @param lastSentOn the day of the last letter that was not recalled and arrived
 * @param email where a mail would reach its holder
 */
record ReminderCase(
        AgreementId agreement,
        List<Overdue> open,
        boolean isProtected,
        @Nullable LocalDate lastSentOn,
        @Nullable EmailAddress email) {

    ReminderCase {
        open = List.copyOf(open);
    }
}
