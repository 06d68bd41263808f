package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;

/**
 * An invoice in a list for staff, who see those of everybody.
 *
 * @param credited what credit notes have taken back of it
 */
public record ListedInvoice(InvoiceSummary invoice, String holder, Money credited) {

    /** Whether nothing of it stands any more. */
    public boolean isCredited() {
        return !credited.isZero() && credited.equals(invoice.total());
    }
}
