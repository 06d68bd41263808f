package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.VatRate;

/** A rate of VAT that there is not. */
public final class UnknownVatRate extends DomainException {

    UnknownVatRate(VatRate rate) {
        super("tariffs.unknown-vat-rate", rate.percent());
    }
}
