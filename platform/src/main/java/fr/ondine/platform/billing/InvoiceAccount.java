package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;
import java.util.List;
import java.util.Optional;

/**
 * Where an agreement stands: what it owes in all, and the invoices that matter now.
 *
 * @param due what it owes in all its invoices less its credit; negative when the utility owes
 * @param latest its latest invoice, whatever its state
 * @param asked what the holder has to pay, the oldest first
 * @param coming what is paid without the holder doing anything, the oldest first
 */
public record InvoiceAccount(
        Money due, Optional<InvoiceSummary> latest, List<InvoiceSummary> asked, List<InvoiceSummary> coming) {

    /** From the latest invoice and those that wait, the latest first. */
    static InvoiceAccount of(Money due, List<InvoiceSummary> invoices) {
        var oldestFirst = invoices.reversed();
        return new InvoiceAccount(
                due,
                invoices.stream().findFirst(),
                oldestFirst.stream()
                        .filter(invoice -> invoice.state().isAsked())
                        .toList(),
                oldestFirst.stream()
                        .filter(invoice -> invoice.state().comesByItself())
                        .toList());
    }

    /** What is left in all of some of them. */
    public static Money left(List<InvoiceSummary> invoices) {
        return invoices.stream().map(InvoiceSummary::left).reduce(Money.zero(), Money::plus);
    }
}
