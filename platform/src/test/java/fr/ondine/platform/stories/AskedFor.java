package fr.ondine.platform.stories;

import fr.ondine.platform.receivables.OpenReceivable;
import java.time.LocalDate;
import java.util.List;

/**
 * What a contract that never had a plan is asked for by now: all that is left, without what a card is paying and what is
 * debited soon, and nothing where all that is too little.
 */
record AskedFor(Software software, Party party, View view, LocalDate today) {

    private static final int DAYS_TO_PAY = 30;
    private static final int GRACE = 7;

    long amount(long least) {
        var sum = view.debt().open().stream()
                .filter(open -> Cents.of(open.left()) > 0 && isAsked(open))
                .mapToLong(open -> Cents.of(open.left()))
                .sum();
        return sum < least ? 0 : sum;
    }

    private boolean isAsked(OpenReceivable open) {
        var item = view.items().stream()
                .filter(one -> one.id().equals(open.id().value()))
                .findFirst()
                .orElseThrow();
        var bill = software.bills.stream()
                .filter(one -> one.number.equals(item.number()))
                .findFirst()
                .orElseThrow();
        return item.inProgress() == 0 && !isDebitedSoon(bill);
    }

    private boolean isDebitedSoon(Bill bill) {
        var due = bill.issued.plusDays(DAYS_TO_PAY);
        return party.methodTold.equals("prelevement")
                && mayBeDebited(due)
                && !software.knownOn.isAfter(due.plusDays(GRACE))
                && !cameBack(bill, due);
    }

    /** By one that was signed by then; where none was ever told of, the software knows. */
    private boolean mayBeDebited(LocalDate due) {
        var known = software.mandates.stream()
                .filter(mandate -> mandate.party == party && mandate.isTold)
                .toList();
        return known.isEmpty()
                || known.stream().anyMatch(mandate -> mandate.holdsOn(today))
                        && known.stream().anyMatch(mandate -> !mandate.signedOn.isAfter(due));
    }

    /** After the last one that held. */
    private boolean cameBack(Bill bill, LocalDate due) {
        var debits = debits(bill, due);
        var held = debits.stream()
                .filter(one -> !one.isReturnTold)
                .map(one -> one.on)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        return debits.stream().anyMatch(one -> one.isReturnTold && one.on.isAfter(held));
    }

    private List<Receipt> debits(Bill bill, LocalDate due) {
        return software.receipts.stream()
                .filter(one -> one.party == party && one.isTold && one.mode.equals("prelevement"))
                .filter(one -> one.bill == bill || one.bill == null && !one.on.isBefore(due))
                .toList();
    }
}
