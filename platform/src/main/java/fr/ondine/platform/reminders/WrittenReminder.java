package fr.ondine.platform.reminders;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.notifications.ReminderMail;
import fr.ondine.tenantconfig.ReminderStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A letter with all that it says.
 *
 * @param contract the number of the agreement as it is printed
 * @param address the lines to whom and where it is sent, the name first
 * @param paragraphs its text, filled
 */
public record WrittenReminder(
        LetterId id,
        AgreementId agreement,
        ReminderStep step,
        String contract,
        List<String> address,
        List<String> paragraphs,
        Money amount,
        LocalDate sentOn,
        List<Line> lines) {

    /**
     * An invoice that is asked for.
     *
     * @param number as it is printed
     */
    public record Line(String number, LocalDate issuedOn, LocalDate dueOn, Money amount) {}

    public WrittenReminder {
        address = List.copyOf(address);
        paragraphs = List.copyOf(paragraphs);
        lines = List.copyOf(lines);
    }

    public boolean isFormal() {
        return step == ReminderStep.FORMAL_NOTICE;
    }

    /** Its title among the texts of papers. */
    public String heading() {
        return isFormal() ? "reminder.formal" : lines.size() > 1 ? "reminder.first.several" : "reminder.first";
    }

    /** Excuses for it, with what staff add to them. */
    WrittenApology apology(String text, String words, LocalDate today) {
        var paragraphs = new ArrayList<>(paragraphs(text));
        if (!words.isBlank()) {
            paragraphs.add(1, words.strip());
        }
        return new WrittenApology(agreement, contract, address, paragraphs, today);
    }

    static List<String> paragraphs(String text) {
        return Stream.of(text.strip().split("\n\\s*\n")).map(String::strip).toList();
    }

    ReminderMail mail(EmailAddress to) {
        return new ReminderMail(
                id.value(),
                to,
                agreement,
                isFormal(),
                contract,
                amount,
                String.join("\n\n", paragraphs),
                lines.stream()
                        .map(line -> new ReminderMail.Line(line.number(), line.dueOn(), line.amount()))
                        .toList());
    }
}
