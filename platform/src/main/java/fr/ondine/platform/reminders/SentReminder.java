package fr.ondine.platform.reminders;

import fr.ondine.platform.kernel.Money;
import fr.ondine.tenantconfig.ReminderStep;
import java.time.LocalDate;

/** A letter that was sent to an agreement, as its history has it. */
public record SentReminder(
        ReminderStep step, LocalDate sentOn, Money amount, boolean byMail, boolean byPaper, boolean isRecalled) {}
