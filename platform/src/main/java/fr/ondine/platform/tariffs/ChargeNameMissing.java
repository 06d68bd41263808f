package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** A charge without a code, by which it is followed, or without the words that are printed. */
public final class ChargeNameMissing extends DomainException {

    ChargeNameMissing() {
        super("tariffs.charge-name-missing");
    }
}
