package fr.ondine.platform.notifications;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A reminder to be mailed.
 *
 * @param source the letter that it is: mailed once, however often that is asked for
 * @param text as it was written for its reader, a paragraph after the other
 */
public record ReminderMail(
        UUID source,
        EmailAddress to,
        AgreementId agreement,
        boolean isFormal,
        String contract,
        Money amount,
        String text,
        List<Line> lines) {

    /** An invoice that is asked for. */
    public record Line(String number, LocalDate dueOn, Money amount) {}

    public ReminderMail {
        lines = List.copyOf(lines);
    }
}
