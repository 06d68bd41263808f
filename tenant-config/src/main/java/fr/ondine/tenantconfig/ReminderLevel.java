package fr.ondine.tenantconfig;

import org.jspecify.annotations.Nullable;

/**
 * One letter to those who have not paid: when it is due, how it goes, and what it says.
 *
 * @param daysAfterDue how many days an invoice must be overdue
 * @param minimum what is less in all brings no letter
 * @param text its own words instead of the usual ones
 */
public record ReminderLevel(
        int daysAfterDue,
        Channel channel,
        EuroAmount minimum,
        @Nullable String text) {

    /** How a letter goes; one by mail is printed where no address is known. */
    public enum Channel {
        MAIL,
        PAPER,
        BOTH
    }

    private static final int LATEST = 365;
    private static final int LONGEST_TEXT = 2000;

    public ReminderLevel {
        Invalid.unless(
                daysAfterDue >= 1 && daysAfterDue <= LATEST, "daysAfterDue", "reminder-days", LATEST, daysAfterDue);
        if (text != null) {
            Invalid.when(text.length() > LONGEST_TEXT, "text", "reminder-text-long", LONGEST_TEXT);
            var unknown = ReminderText.unknownPlaces(text);
            Invalid.unless(
                    unknown.isEmpty(),
                    "text",
                    "reminder-text-places",
                    String.join(", ", unknown),
                    String.join(", ", ReminderText.PLACES));
        }
    }
}
