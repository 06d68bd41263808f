package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.DomainException;

/** Somebody else, or an import, changed the holder after staff looked at what they change. */
public final class HolderChangedMeanwhile extends DomainException {

    HolderChangedMeanwhile() {
        super("customers.holder-changed-meanwhile");
    }
}
