package fr.ondine.platform.factors;

import fr.ondine.platform.kernel.DomainException;

/** So many passwords are being hashed that this one would have waited too long. */
public final class HashingBusy extends DomainException {

    HashingBusy() {
        super("factors.busy");
    }
}
