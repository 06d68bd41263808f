package fr.ondine.platform.stories;

import fr.ondine.platform.billing.InvoiceAccount;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.plans.Plan;
import fr.ondine.platform.plans.WaitingRefund;
import fr.ondine.platform.receivables.Debt;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * What the portal says of a contract, at each place where it says something, and what its books hold.
 *
 * @param dashboard what is asked for on the first page
 * @param statement the last balance of the statement
 * @param unallocated what is on account; below zero where it is the holder's
 * @param money what came in and was not given back
 * @param revenue what was billed, VAT included, and not credited
 * @param ownPlan the one that runs, as the subscriber sees it
 */
record View(
        Debt debt,
        InvoiceAccount subscriber,
        InvoiceAccount staff,
        List<InvoiceSummary> list,
        long dashboard,
        long statement,
        List<Item> items,
        long unallocated,
        long money,
        long revenue,
        Optional<Plan> plan,
        Optional<Plan> ownPlan,
        Optional<WaitingRefund> refund) {

    /** What the books hold of an invoice. */
    record Item(UUID id, String number, String kind, long total, long balance, long inProgress) {

        boolean isNote() {
            return kind.equals("CREDIT_NOTE");
        }
    }

    long due() {
        return Cents.of(debt.due());
    }

    long sum(ToLongFunction<Item> what) {
        return items.stream().mapToLong(what).sum();
    }
}
