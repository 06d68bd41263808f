package fr.ondine.platform.leaks;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Service;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tariffs.Use;
import java.time.LocalDate;
import java.util.List;

/**
 * An invoice that bills an abnormal use: of the agreement itself, or of sewerage at the same place.
 *
 * @param uses of its meters; of one that came by import, of its period
 * @param usedBefore in the calendar year in which they begin, for tiers of a year
 */
record RelievableInvoice(
        InvoiceId id,
        String number,
        AgreementId agreement,
        Service service,
        LocalDate issuedOn,
        int dwellings,
        List<Use> uses,
        Volume usedBefore) {

    Volume used() {
        return uses.stream().map(Use::volume).reduce(new Volume(0), Volume::plus);
    }

    long days() {
        return uses.stream().mapToLong(use -> use.period().from().toEpochDay()).min().stream()
                .map(from -> uses.stream()
                                .mapToLong(use -> use.period().until().toEpochDay())
                                .max()
                                .orElse(from)
                        - from)
                .findFirst()
                .orElse(0);
    }
}
