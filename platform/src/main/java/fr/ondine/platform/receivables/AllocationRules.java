package fr.ondine.platform.receivables;

import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets the credit of one agreement against its oldest invoices, as {@link DebtRules} shows it covered. What was given back
 * of credit that was set against invoices before is taken from the latest of them again, whatever credit that was.
 */
final class AllocationRules {

    private final List<Place> places;
    private final List<AllocationMove> moves = new ArrayList<>();

    private AllocationRules(List<AllocationItem> items) {
        places = items.stream().map(Place::new).toList();
    }

    /** The items of one agreement: what is on account, then the oldest first. */
    static List<AllocationMove> moves(List<AllocationItem> items) {
        var rules = new AllocationRules(items);
        rules.coverWhatWasGivenBack();
        rules.coverInvoices();
        return rules.moves;
    }

    private void coverWhatWasGivenBack() {
        for (var account : places.stream().filter(Place::isAccount).toList()) {
            credits().forEach(credit -> move(credit, account, least(credit.credit(), account.balance)));
            places.reversed().forEach(paid -> move(paid, account, least(paid.set, account.balance)));
        }
    }

    private void coverInvoices() {
        for (var credit : credits()) {
            places.stream()
                    .filter(place -> !place.isAccount())
                    .forEach(place -> move(credit, place, least(credit.credit(), place.uncovered())));
        }
    }

    private List<Place> credits() {
        return places.stream().filter(place -> place.balance.isNegative()).toList();
    }

    private void move(Place from, Place to, Money amount) {
        if (amount.isPositive()) {
            var named = to.isAccount() ? from : to;
            from.balance = from.balance.plus(amount);
            to.balance = to.balance.minus(amount);
            named.moves++;
            moves.add(new AllocationMove(
                    from.item.invoice(),
                    to.item.invoice(),
                    amount,
                    later(from.item.day(), to.item.day()),
                    named.moves));
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** An item while credit is being moved. */
    private static final class Place {

        private final AllocationItem item;
        private final Money set;
        private Money balance;
        private int moves;

        Place(AllocationItem item) {
            this.item = item;
            this.balance = item.balance();
            this.moves = item.moves();
            this.set = item.set();
        }

        boolean isAccount() {
            return item.invoice() == null;
        }

        Money credit() {
            return balance.negated();
        }

        Money uncovered() {
            return balance.minus(item.inProgress());
        }
    }
}
