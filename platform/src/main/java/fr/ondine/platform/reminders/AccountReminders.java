package fr.ondine.platform.reminders;

import java.util.List;

/**
 * What reminders know of one agreement, for those who bill.
 *
 * @param contract its number as it is printed
 * @param isProtected whether its holder is under social protection
 */
public record AccountReminders(
        String contract, String holder, boolean isProtected, List<OpenInvoice> open, List<SentReminder> sent) {

    public AccountReminders {
        open = List.copyOf(open);
        sent = List.copyOf(sent);
    }
}
