package fr.ondine.platform.reminders;

import fr.ondine.platform.kernel.Money;
import fr.ondine.tenantconfig.ReminderStep;
import org.jspecify.annotations.Nullable;

/**
 * How many letters of a batch are alike, and what they ask for in all.
 *
 * @param step null for those that get no letter
 * @param reason why not, a {@link KeptReason} by its name; null where there is a letter
 * @param isReturned whether their mails were refused for good
 */
public record BatchCount(
        LetterState state,
        @Nullable ReminderStep step,
        boolean byMail,
        boolean byPaper,
        boolean isReturned,
        @Nullable String reason,
        int count,
        Money amount) {}
