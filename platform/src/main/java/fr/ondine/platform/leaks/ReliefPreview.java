package fr.ondine.platform.leaks;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Volume;
import java.util.List;

/**
 * What granting a file would take back.
 *
 * @param isCertified whether there is a certificate; without one only the excess over twice the mean goes, where nobody was
 *     told in time
 * @param isLate whether the certificate came too late, so that the law asks for nothing
 */
public record ReliefPreview(
        boolean isCertified, boolean isLate, Volume water, Volume sewerage, List<RelievedInvoice> invoices) {

    public ReliefPreview {
        invoices = List.copyOf(invoices);
    }

    /** VAT included. */
    public Money total() {
        return invoices.stream().map(one -> one.effect().total()).reduce(Money.zero(), Money::plus);
    }
}
