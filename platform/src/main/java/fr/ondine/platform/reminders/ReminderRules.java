package fr.ondine.platform.reminders;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.platform.reminders.Decision.KeepOut;
import fr.ondine.platform.reminders.Decision.Remind;
import fr.ondine.tenantconfig.ReminderLevel;
import fr.ondine.tenantconfig.ReminderStep;
import fr.ondine.tenantconfig.Reminders;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Decides who is reminded of what, from what is known of an agreement on one day. Where several rules keep a letter back,
 * the one that protects the holder most is said.
 */
record ReminderRules(Reminders terms, LocalDate today) {

    /** Nothing where nobody would think of a letter yet. */
    Optional<Decision> decide(ReminderCase one) {
        var late = select(one.open(), this::isLate);
        if (late.isEmpty()) {
            return Optional.empty();
        }
        if (one.isProtected()) {
            return kept(KeptReason.PROTECTED, late);
        }
        if (!states(one.open(), ReceivableState.PAYMENT_IN_PROGRESS).isEmpty()) {
            return kept(KeptReason.PAYMENT_IN_PROGRESS, late);
        }
        var clear = select(late, debt -> !debt.isDisputed());
        if (clear.isEmpty()) {
            return kept(KeptReason.DISPUTED, late);
        }
        var asked = states(clear, ReceivableState.OVERDUE);
        return asked.isEmpty() ? byItself(clear) : letter(one, asked);
    }

    /** What nobody is asked for: it comes by itself, or waits for the next invoice. */
    private static Optional<Decision> byItself(List<Overdue> late) {
        for (var debt : late) {
            switch (debt.state()) {
                case BY_INSTALMENTS -> {
                    return kept(KeptReason.PLAN_KEPT, late);
                }
                case DEBITED -> {
                    return kept(KeptReason.DEBIT_EXPECTED, late);
                }
                case CARRIED -> {
                    return kept(KeptReason.TOO_LITTLE, late);
                }
                // what was carried is due with a later invoice, and that day is still to come
                case DUE, OVERDUE, PAYMENT_IN_PROGRESS, PAID, CREDIT -> {}
            }
        }
        return Optional.empty();
    }

    private Optional<Decision> letter(ReminderCase one, List<Overdue> asked) {
        var candidates = Stream.of(ReminderStep.FORMAL_NOTICE, ReminderStep.REMINDER)
                .flatMap(step -> remind(step, asked).stream())
                .toList();
        if (candidates.isEmpty()) {
            return kept(KeptReason.ALREADY_SENT, asked);
        }
        if (one.lastSentOn() != null && today.isBefore(one.lastSentOn().plusDays(terms.daysBetween()))) {
            return kept(KeptReason.TOO_SOON, asked);
        }
        return candidates.stream()
                .filter(this::isEnough)
                .findFirst()
                .<Decision>map(letter -> letter)
                .or(() -> kept(KeptReason.TOO_LITTLE, asked));
    }

    private Optional<Remind> remind(ReminderStep step, List<Overdue> asked) {
        return terms.level(step)
                .map(level -> select(asked, debt -> isDue(step, level, debt)))
                .filter(debts -> !debts.isEmpty())
                .map(debts -> new Remind(step, debts));
    }

    private boolean isDue(ReminderStep step, ReminderLevel level, Overdue debt) {
        var comesAfter = step == ReminderStep.REMINDER || terms.reminder() == null || debt.was(ReminderStep.REMINDER);
        return debt.days(today) >= level.daysAfterDue()
                && comesAfter
                && !debt.was(step)
                && !debt.was(ReminderStep.FORMAL_NOTICE);
    }

    private boolean isEnough(Remind letter) {
        var minimum = terms.level(letter.step()).orElseThrow().minimum();
        return letter.amount().compareTo(Money.euros(minimum.value())) >= 0;
    }

    private boolean isLate(Overdue debt) {
        return debt.left().isPositive()
                && Stream.of(ReminderStep.values())
                        .flatMap(step -> terms.level(step).stream())
                        .anyMatch(level -> debt.days(today) >= level.daysAfterDue());
    }

    private static Optional<Decision> kept(KeptReason reason, List<Overdue> debts) {
        return Optional.of(new KeepOut(reason, debts));
    }

    private static List<Overdue> states(List<Overdue> debts, ReceivableState state) {
        return select(debts, debt -> debt.state() == state);
    }

    private static List<Overdue> select(List<Overdue> debts, Predicate<Overdue> which) {
        return debts.stream().filter(which).toList();
    }
}
