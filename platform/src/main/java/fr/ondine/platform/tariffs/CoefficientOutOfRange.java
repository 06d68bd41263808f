package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** A coefficient of a levy that is below nothing or above one. */
public final class CoefficientOutOfRange extends DomainException {

    CoefficientOutOfRange() {
        super("tariffs.coefficient-out-of-range");
    }
}
