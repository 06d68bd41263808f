package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.kernel.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that an issued invoice says, for whom it is, and what has become of it.
 *
 * @param agreement as it is today
 * @param reason of a credit note
 * @param corrects what a credit note takes of
 * @param notes the credit notes that take of it, the first one first
 */
public record InvoiceDetail(
        InvoiceSummary invoice,
        AgreementCard agreement,
        Money net,
        Money vat,
        List<IssuedMeter> meters,
        List<IssuedLine> lines,
        List<VatAtRate> vatByRate,
        @Nullable String reason,
        Optional<RelatedInvoice> corrects,
        List<RelatedInvoice> notes) {

    public InvoiceDetail {
        meters = List.copyOf(meters);
        lines = List.copyOf(lines);
        vatByRate = List.copyOf(vatByRate);
        notes = List.copyOf(notes);
    }

    /** What credit notes have left of its total. */
    public Money standing() {
        return notes.stream().map(RelatedInvoice::total).reduce(invoice.total(), Money::plus);
    }

    public boolean isCreditNote() {
        return invoice.kind() == InvoiceKind.CREDIT_NOTE;
    }

    /** Whether credit notes have taken all of it back. */
    public boolean isCredited() {
        return !notes.isEmpty() && standing().isZero();
    }

    /** Whether a credit note may still take of it. */
    public boolean isCreditable() {
        return !isCreditNote() && !isCredited();
    }
}
