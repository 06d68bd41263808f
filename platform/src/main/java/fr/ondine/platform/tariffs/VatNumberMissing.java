package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.VatRate;

/** A version to be published that charges VAT, of a utility that has no VAT number to put on its invoices. */
public final class VatNumberMissing extends DomainException {

    VatNumberMissing(VatRate rate) {
        super("tariffs.vat-number-missing", rate.percent());
    }
}
