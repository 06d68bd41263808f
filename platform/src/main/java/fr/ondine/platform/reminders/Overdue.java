package fr.ondine.platform.reminders;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.tenantconfig.ReminderStep;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * An invoice of which something is left, as reminders look at it.
 *
 * @param isDisputed whether staff noted that, or a leak is to be decided of
 * @param sent the letters that were sent for it and count
 */
record Overdue(
        ReceivableId id,
        LocalDate dueOn,
        ReceivableState state,
        Money left,
        boolean isDisputed,
        Set<ReminderStep> sent) {

    Overdue {
        sent = Set.copyOf(sent);
    }

    long days(LocalDate today) {
        return ChronoUnit.DAYS.between(dueOn, today);
    }

    boolean was(ReminderStep step) {
        return sent.contains(step);
    }
}
