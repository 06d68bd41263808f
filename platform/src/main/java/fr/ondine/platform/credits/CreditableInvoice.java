package fr.ondine.platform.credits;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * An invoice with what credit notes have left of it.
 *
 * @param vatLeft of its VAT, all rates together
 */
public record CreditableInvoice(
        InvoiceId id,
        InvoiceKind kind,
        AgreementId agreement,
        LocalDate issuedOn,
        Money vatLeft,
        List<CreditableLine> lines) {

    public CreditableInvoice {
        lines = List.copyOf(lines);
    }

    /** The day that a credit note bears: an invoice may be dated ahead, and nothing is taken back before it was asked for. */
    LocalDate creditedOn(LocalDate today) {
        return today.isBefore(issuedOn) ? issuedOn : today;
    }

    /** VAT included. */
    public Money left() {
        return lines.stream().map(CreditableLine::left).reduce(vatLeft, Money::plus);
    }
}
