package fr.ondine.platform.reminders;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * Excuses with all that they say.
 *
 * @param contract the number of the agreement as it is printed
 * @param address the lines to whom and where they are sent, the name first
 * @param paragraphs their text, filled
 */
public record WrittenApology(
        AgreementId agreement, String contract, List<String> address, List<String> paragraphs, LocalDate sentOn) {

    public WrittenApology {
        address = List.copyOf(address);
        paragraphs = List.copyOf(paragraphs);
    }

    /** Nothing is asked for: as the template of letters reads it. */
    public List<WrittenReminder.Line> lines() {
        return List.of();
    }

    public Money amount() {
        return Money.zero();
    }

    public String heading() {
        return "reminder.apology";
    }
}
