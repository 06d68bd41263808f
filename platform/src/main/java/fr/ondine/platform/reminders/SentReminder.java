package fr.ondine.platform.reminders;

import fr.ondine.platform.kernel.Money;
import fr.ondine.tenantconfig.ReminderStep;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter that was sent to an agreement, as its history has it.
 *
 * @param isReturned whether its mail was refused for good
 * @param apology the excuses that were sent for it; null where there were none
 */
public record SentReminder(
        LetterId id,
        ReminderStep step,
        LocalDate sentOn,
        Money amount,
        boolean byMail,
        boolean byPaper,
        boolean isRecalled,
        boolean isReturned,
        @Nullable Apology apology) {

    /** Whether it left, arrived and stands, so that excuses for it may be sent. */
    public boolean isExcusable() {
        return !isRecalled && (!isReturned || byPaper) && apology == null;
    }
}
