package fr.ondine.platform.receivables;

import fr.ondine.platform.kernel.Money;
import fr.ondine.tenantconfig.Payments.Payable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/**
 * How a debt is told from what is open on an agreement. Credit (money on account, credit notes, what was paid too much)
 * covers what was given back of it, then the oldest invoices, as the Code civil has it (article 1342-10); what a payment
 * in progress pays already needs no cover. So all that may be paid never adds up to more than the agreement owes.
 *
 * @param carryBelow what is less in all is not asked for until more is; zero where all is
 */
record DebtRules(Payable payable, Money carryBelow, LocalDate today) {

    /** The items of one agreement: what is on account, then the oldest first. */
    Debt debt(List<OpenItem> items) {
        var needed = items.stream().map(OpenItem::uncovered).toList();
        var credits = items.stream().map(OpenItem::credit).toList();
        var used = least(sum(needed), sum(credits));
        var covered = share(used, needed);
        var spent = share(used, credits);
        var left = new LinkedHashMap<OpenItem, Money>();
        for (var at = 0; at < items.size(); at++) {
            var item = items.get(at);
            if (item.invoice() != null) {
                left.put(item, item.balance().minus(covered.get(at)).plus(spent.get(at)));
            }
        }
        var small = new SmallAmounts(carryBelow, left, today);
        var open = new ArrayList<OpenReceivable>();
        left.forEach((item, rest) -> open.add(open(item, Objects.requireNonNull(item.invoice()), rest, small)));
        return new Debt(sum(items.stream().map(OpenItem::balance).toList()), open);
    }

    /** What was carried may be paid once it is asked for, or nobody could ever pay it by itself. */
    private OpenReceivable open(OpenItem item, ReceivableId id, Money left, SmallAmounts small) {
        var state = small.state(item, left);
        var offered = state.isAsked() && (payable == Payable.EVERY_INVOICE || item.latest() || small.isSmall(left));
        return new OpenReceivable(
                id, state, small.dueOn(item, left), left, offered ? left : Money.zero(), item.missed(state));
    }

    /** How much of an amount each takes, the first ones in full. */
    private static List<Money> share(Money amount, List<Money> wanted) {
        var shares = new ArrayList<Money>();
        var left = amount;
        for (var want : wanted) {
            var share = least(want, left);
            shares.add(share);
            left = left.minus(share);
        }
        return shares;
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(), Money::plus);
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
