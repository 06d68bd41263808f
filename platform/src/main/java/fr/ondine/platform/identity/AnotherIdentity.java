package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.DomainException;

/** A link was followed by somebody else than the person who had asked for it. */
public final class AnotherIdentity extends DomainException {

    AnotherIdentity() {
        super("identity.another-identity");
    }
}
