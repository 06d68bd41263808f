package fr.ondine.platform.receivables;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact with its balanced postings (an écriture). The shapes, where a positive amount is a debit and a posting of
 * zero is left out; whoever writes them in bulk by SQL keeps to this table, positions counted from 0 in this order:
 *
 * <pre>
 * kind         source                 effective_on   postings
 * INVOICE      invoice:{invoice id}   issued_on      RECEIVABLE(invoice) +total, REVENUE -net, VAT -vat
 * CREDIT_NOTE  invoice:{invoice id}   issued_on      the same, with the credit note's own negative amounts
 * ADJUSTMENT   correction:{its id}    issued_on      RECEIVABLE(credit note) +taken, RECEIVABLE(invoice) -taken
 * ADJUSTMENT   allocation:{id}:{n}    the later     RECEIVABLE(credit note) or UNALLOCATED +moved, RECEIVABLE(invoice)
 *                                     of their days  or UNALLOCATED -moved; the n-th that moved something to or from the
 *                                                    invoice or, when it goes to the account, from it
 * PAYMENT      payment:{payment id}   received_on    CARD_CLEARING (card) or BANK (all else) +amount,
 *                                                    RECEIVABLE(invoice) -allocated, for each invoice,
 *                                                    UNALLOCATED -what is left
 * REFUND       refund:{refund id}     refunded_on    CARD_CLEARING or BANK -amount, UNALLOCATED +amount
 * RETURN       return:{payment id}    returned_on    the payment's postings with their signs changed; of a part that
 *                                                    came back, what was unallocated first; the second part and
 *                                                    each later one bears its number: return:{payment id}:2;
 *                                                    what did not arrive and is held again (a refund that failed) is
 *                                                    one of them: the payment's money +held, UNALLOCATED -held
 * </pre>
 */
public record LedgerEntry(Kind kind, String source, LocalDate effectiveOn, String description, List<Posting> postings) {

    /** What kind of fact an entry records. */
    public enum Kind {
        INVOICE,
        CREDIT_NOTE,
        /** A credit note set against the invoice that it corrects, or other credit against the oldest invoices. */
        ADJUSTMENT,
        PAYMENT,
        REFUND,
        RETURN
    }

    public LedgerEntry {
        postings =
                postings.stream().filter(posting -> !posting.amount().isZero()).toList();
        var sum = postings.stream().map(Posting::amount).reduce(Money.zero(), Money::plus);
        if (!sum.isZero()) {
            throw new IllegalArgumentException(source + " does not sum to zero: " + sum);
        }
    }

    /** An issued invoice; a credit note when its total is negative. */
    public static LedgerEntry invoice(
            ReceivableId invoice, AgreementId agreement, LocalDate issuedOn, Money net, Money vat) {
        var total = net.plus(vat);
        var kind = total.isNegative() ? Kind.CREDIT_NOTE : Kind.INVOICE;
        return new LedgerEntry(
                kind,
                sourceOf(invoice),
                issuedOn,
                kind.name(),
                List.of(
                        new Posting(Account.RECEIVABLE, agreement, invoice, total),
                        new Posting(Account.REVENUE, agreement, null, net.negated()),
                        new Posting(Account.VAT, agreement, null, vat.negated())));
    }

    /** So much of a credit note that is set against the invoice which it corrects. */
    public static LedgerEntry correction(
            ReceivableId note, ReceivableId invoice, AgreementId agreement, LocalDate issuedOn, Money taken) {
        return new LedgerEntry(
                Kind.ADJUSTMENT,
                "correction:" + note.value(),
                issuedOn,
                Kind.ADJUSTMENT.name(),
                List.of(
                        new Posting(Account.RECEIVABLE, agreement, note, taken),
                        new Posting(Account.RECEIVABLE, agreement, invoice, taken.negated())));
    }

    /** So much credit that is set against an invoice, or taken from it again. */
    static LedgerEntry allocation(AgreementId agreement, AllocationMove move) {
        return new LedgerEntry(
                Kind.ADJUSTMENT,
                "allocation:" + move.named().value() + ":" + move.number(),
                move.on(),
                Kind.ADJUSTMENT.name(),
                List.of(
                        at(agreement, move.from(), move.amount()),
                        at(agreement, move.to(), move.amount().negated())));
    }

    private static Posting at(AgreementId agreement, @Nullable ReceivableId place, Money amount) {
        return place == null
                ? unallocated(agreement, amount)
                : new Posting(Account.RECEIVABLE, agreement, place, amount);
    }

    /** A settled payment; what no invoice takes stays unallocated on the agreement. */
    public static LedgerEntry payment(
            UUID payment,
            AgreementId agreement,
            Receipt receipt,
            LocalDate receivedOn,
            Money amount,
            Map<ReceivableId, Money> allocations) {
        var postings = new ArrayList<Posting>();
        postings.add(new Posting(receipt.account(), agreement, null, amount));
        var left = amount;
        for (var allocation : allocations.entrySet()) {
            postings.add(new Posting(
                    Account.RECEIVABLE,
                    agreement,
                    allocation.getKey(),
                    allocation.getValue().negated()));
            left = left.minus(allocation.getValue());
        }
        postings.add(unallocated(agreement, left.negated()));
        return new LedgerEntry(Kind.PAYMENT, sourceOf(payment), receivedOn, Kind.PAYMENT.name(), postings);
    }

    /** Unallocated money given back. */
    public static LedgerEntry refund(
            UUID refund, AgreementId agreement, Receipt receipt, LocalDate refundedOn, Money amount) {
        return new LedgerEntry(
                Kind.REFUND,
                "refund:" + refund,
                refundedOn,
                Kind.REFUND.name(),
                List.of(
                        new Posting(receipt.account(), agreement, null, amount.negated()),
                        unallocated(agreement, amount)));
    }

    /** Some more of a payment that came back (a rejet): what that had settled is owed again. */
    static LedgerEntry returned(
            UUID payment, LedgerEntry original, List<LedgerEntry> before, Money more, LocalDate returnedOn) {
        return new LedgerEntry(
                Kind.RETURN,
                sourceOfReturn(payment, before.size() + 1),
                returnedOn,
                Kind.RETURN.name(),
                PartialReturn.of(original, before, more));
    }

    /** What of a payment went back and did not arrive: it waits on the agreement. */
    static LedgerEntry heldAgain(UUID payment, LedgerEntry original, int before, Money more, LocalDate on) {
        var money = original.money();
        return new LedgerEntry(
                Kind.RETURN,
                sourceOfReturn(payment, before + 1),
                on,
                Kind.RETURN.name(),
                List.of(money.with(more), unallocated(money.agreement(), more.negated())));
    }

    /** Where the money of a payment is. */
    Posting money() {
        return postings.stream()
                .filter(posting -> posting.account().isMoney())
                .findFirst()
                .orElseThrow();
    }

    static String sourceOf(ReceivableId invoice) {
        return "invoice:" + invoice.value();
    }

    static String sourceOf(UUID payment) {
        return "payment:" + payment;
    }

    static String sourceOfReturn(UUID payment, int number) {
        return "return:" + payment + (number == 1 ? "" : ":" + number);
    }

    private static Posting unallocated(AgreementId agreement, Money amount) {
        return new Posting(Account.UNALLOCATED, agreement, null, amount);
    }
}
