package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.DomainException;

/** What a person has shown no longer counts: used, too old, or for something else. */
public final class OwnerProofOver extends DomainException {

    OwnerProofOver() {
        super("identity.owner-proof-over");
    }
}
