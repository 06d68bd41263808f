package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.DomainException;

/** The link was used, has expired, or was never sent. */
public final class LinkNoLongerValid extends DomainException {

    LinkNoLongerValid() {
        super("identity.link-no-longer-valid");
    }
}
