package fr.ondine.platform.receivables;

import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Carries what an agreement would be asked for while it is less in all than the utility asks for by itself. Once more is
 * asked, what was carried is due with that.
 *
 * @param left what is left of each invoice of the agreement
 */
record SmallAmounts(Money carryBelow, Map<OpenItem, Money> left, LocalDate today) {

    ReceivableState state(OpenItem item, Money rest) {
        var state = item.state(rest, today);
        if (!state.isAsked() || !isSmall(rest)) {
            return state;
        }
        if (isSmall(asked())) {
            return ReceivableState.CARRIED;
        }
        return today.isAfter(dueOn(item, rest)) ? ReceivableState.OVERDUE : ReceivableState.DUE;
    }

    /** What was carried is due on the day on which as much as is asked for was due in all. */
    LocalDate dueOn(OpenItem item, Money rest) {
        var own = item.debits().dueOn();
        return isSmall(rest) && rest.isPositive()
                ? enoughOn().filter(own::isBefore).orElse(own)
                : own;
    }

    private Optional<LocalDate> enoughOn() {
        var asked = left.entrySet().stream()
                .filter(one -> one.getKey().state(one.getValue(), today).isAsked())
                .sorted(Comparator.comparing(one -> one.getKey().debits().dueOn()))
                .toList();
        var sum = Money.zero();
        for (var one : asked) {
            sum = sum.plus(one.getValue());
            if (!isSmall(sum)) {
                return Optional.of(one.getKey().debits().dueOn());
            }
        }
        return Optional.empty();
    }

    boolean isSmall(Money amount) {
        return amount.compareTo(carryBelow) < 0;
    }

    private Money asked() {
        return left.entrySet().stream()
                .filter(one -> one.getKey().state(one.getValue(), today).isAsked())
                .map(Map.Entry::getValue)
                .reduce(Money.zero(), Money::plus);
    }
}
