package fr.ondine.platform.credits;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import java.util.List;

/**
 * An invoice with what credit notes have left of it.
 *
 * @param vatLeft of its VAT, all rates together
 */
public record CreditableInvoice(
        InvoiceId id, InvoiceKind kind, AgreementId agreement, Money vatLeft, List<CreditableLine> lines) {

    public CreditableInvoice {
        lines = List.copyOf(lines);
    }

    /** VAT included. */
    public Money left() {
        return lines.stream().map(CreditableLine::left).reduce(vatLeft, Money::plus);
    }
}
