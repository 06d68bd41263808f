package fr.ondine.platform.reminders;

import fr.ondine.platform.kernel.Money;
import fr.ondine.tenantconfig.ReminderStep;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Whether an agreement is reminded, and of what; its debts are never empty. */
sealed interface Decision {

    List<Overdue> debts();

    default Money amount() {
        return debts().stream().map(Overdue::left).reduce(Money.zero(), Money::plus);
    }

    default LocalDate oldestDue() {
        return debts().stream()
                .map(Overdue::dueOn)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** A letter is due. */
    record Remind(ReminderStep step, List<Overdue> debts) implements Decision {

        public Remind {
            debts = List.copyOf(debts);
        }
    }

    /** None is, though these are overdue. */
    record KeepOut(KeptReason reason, List<Overdue> debts) implements Decision {

        public KeepOut {
            debts = List.copyOf(debts);
        }
    }
}
