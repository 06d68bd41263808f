package fr.ondine.platform.receivables;

import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import java.util.Map;

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
        return isAnyDue() ? ReceivableState.DUE : state;
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

    /** Whether any of what is asked may still be paid in time. */
    private boolean isAnyDue() {
        return left.entrySet().stream()
                .anyMatch(one -> one.getKey().state(one.getValue(), today) == ReceivableState.DUE);
    }
}
