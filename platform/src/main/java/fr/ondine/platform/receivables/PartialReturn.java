package fr.ondine.platform.receivables;

import fr.ondine.platform.kernel.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What some more of a payment that comes back opens again: money that no invoice took first, as what went back before and
 * did not arrive, then the invoices.
 */
final class PartialReturn {

    private PartialReturn() {}

    static List<Posting> of(LedgerEntry payment, List<LedgerEntry> before, Money more) {
        var onAccount = new Posting(Account.UNALLOCATED, payment.money().agreement(), null, Money.zero());
        var kept = Stream.concat(
                        payment.postings().stream(),
                        payment.postings().stream().anyMatch(onAccount::isBeside)
                                ? Stream.empty()
                                : Stream.of(onAccount))
                .map(posting -> kept(posting, before))
                .toList();
        var postings = new ArrayList<Posting>();
        var left = more;
        for (var money :
                kept.stream().filter(posting -> posting.account().isMoney()).toList()) {
            postings.add(money.with(more.negated()));
        }
        for (var claim : claims(kept)) {
            var settled = claim.amount().negated();
            var reopened = settled.compareTo(left) < 0 ? settled : left;
            postings.add(claim.with(reopened));
            left = left.minus(reopened);
        }
        return postings;
    }

    private static List<Posting> claims(List<Posting> kept) {
        return kept.stream()
                .filter(posting -> !posting.account().isMoney())
                .sorted(Comparator.comparing(posting -> posting.receivable() != null))
                .toList();
    }

    /** What is left of a posting after the earlier returns. */
    private static Posting kept(Posting posting, List<LedgerEntry> before) {
        return posting.with(before.stream()
                .flatMap(entry -> entry.postings().stream())
                .filter(posting::isBeside)
                .map(Posting::amount)
                .reduce(posting.amount(), Money::plus));
    }
}
