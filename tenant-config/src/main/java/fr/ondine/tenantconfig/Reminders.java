package fr.ondine.tenantconfig;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when a utility reminds those who have not paid; without a level it reminds nobody.
 *
 * @param daysBetween the least number of days between two letters to the same agreement
 */
public record Reminders(
        @Nullable ReminderLevel reminder, @Nullable ReminderLevel formalNotice, int daysBetween) {

    private static final int USUAL_PAUSE = 15;
    private static final int LONGEST_PAUSE = 180;

    public Reminders {
        Invalid.unless(
                daysBetween >= 1 && daysBetween <= LONGEST_PAUSE,
                "daysBetween",
                "reminder-pause",
                LONGEST_PAUSE,
                daysBetween);
        Invalid.when(
                reminder != null && formalNotice != null && formalNotice.daysAfterDue() <= reminder.daysAfterDue(),
                "formalNotice",
                "reminder-order");
    }

    /** Nobody is reminded. */
    public static Reminders defaults() {
        return new Reminders(null, null, USUAL_PAUSE);
    }

    public boolean isOn() {
        return reminder != null || formalNotice != null;
    }

    public Optional<ReminderLevel> level(ReminderStep step) {
        return Optional.ofNullable(
                switch (step) {
                    case REMINDER -> reminder;
                    case FORMAL_NOTICE -> formalNotice;
                });
    }

    /** What a letter says: the utility's own words, or the usual ones. */
    public String text(ReminderStep step, Locale locale) {
        return level(step).map(ReminderLevel::text).orElseGet(() -> ReminderText.usual(step, locale));
    }
}
