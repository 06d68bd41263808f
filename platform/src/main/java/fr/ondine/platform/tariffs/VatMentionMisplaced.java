package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.VatRate;

/** A charge without VAT that does not say why, or one with VAT that says why there is none. */
public final class VatMentionMisplaced extends DomainException {

    VatMentionMisplaced(VatRate rate) {
        super("tariffs.vat-mention-misplaced", rate.percent());
    }
}
