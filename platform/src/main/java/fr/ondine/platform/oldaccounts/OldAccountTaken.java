package fr.ondine.platform.oldaccounts;

import fr.ondine.platform.kernel.DomainException;

/** The former login has come over meanwhile, or the link of the mail was used, has expired, or never was one. */
public final class OldAccountTaken extends DomainException {

    OldAccountTaken() {
        super("oldaccounts.taken");
    }
}
