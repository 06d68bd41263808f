package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.DomainException;

/** Without this, nothing would open the account any more. */
public final class LastWayIn extends DomainException {

    LastWayIn() {
        super("identity.last-way-in");
    }
}
