package fr.ondine.platform.operators;

import fr.ondine.platform.kernel.DomainException;

/** The invitation was used, replaced, withdrawn or is too old. */
public final class InvitationNoLongerValid extends DomainException {

    InvitationNoLongerValid() {
        super("operators.invitation-no-longer-valid");
    }
}
