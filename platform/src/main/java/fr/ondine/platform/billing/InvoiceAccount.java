package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.ReceivableState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where an agreement stands: what it owes in all, and the invoices that matter now.
 *
 * @param due what it owes in all its invoices less its credit; negative when the utility owes
 * @param latest its latest invoice, whatever its state; a credit note is none
 * @param asked what the holder has to pay, the oldest first
 * @param coming what is paid without the holder doing anything, the oldest first
 * @param carried what is too little to be asked for before the next invoice, the oldest first
 * @param knownOn the day up to which the utility's own books are known here
 */
public record InvoiceAccount(
        Money due,
        Optional<InvoiceSummary> latest,
        List<InvoiceSummary> asked,
        List<InvoiceSummary> coming,
        List<InvoiceSummary> carried,
        LocalDate knownOn) {

    /** From the latest invoice and those that wait, the latest first. */
    static InvoiceAccount of(Money due, List<InvoiceSummary> invoices, LocalDate knownOn) {
        var oldestFirst = invoices.reversed();
        return new InvoiceAccount(
                due,
                invoices.stream().findFirst(),
                oldestFirst.stream()
                        .filter(invoice -> invoice.state().isAsked())
                        .toList(),
                oldestFirst.stream()
                        .filter(invoice -> invoice.state().comesByItself())
                        .toList(),
                oldestFirst.stream()
                        .filter(invoice -> invoice.state() == ReceivableState.CARRIED)
                        .toList(),
                knownOn);
    }

    /** Whether nothing was ever asked or is owed. */
    public boolean isBlank() {
        return latest.isEmpty() && due.isZero();
    }

    /** What is left in all of some of them. */
    public static Money left(List<InvoiceSummary> invoices) {
        return invoices.stream().map(InvoiceSummary::left).reduce(Money.zero(), Money::plus);
    }
}
