package fr.ondine.platform.reminders;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.tenantconfig.ReminderStep;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One agreement of a batch, as it is listed.
 *
 * @param contract its number as it is printed
 * @param isReturned whether its mail was refused for good
 * @param reason why there is no letter: a {@link KeptReason} by its name, or the words of staff
 */
public record BatchLetter(
        LetterId id,
        AgreementId agreement,
        String contract,
        String holder,
        @Nullable ReminderStep step,
        LetterState state,
        @Nullable String reason,
        Money amount,
        LocalDate oldestDue,
        boolean byMail,
        boolean byPaper,
        boolean isReturned) {}
