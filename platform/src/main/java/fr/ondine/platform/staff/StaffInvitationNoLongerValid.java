package fr.ondine.platform.staff;

import fr.ondine.platform.kernel.DomainException;

/** The invitation was used, replaced, withdrawn or is too old. */
public final class StaffInvitationNoLongerValid extends DomainException {

    StaffInvitationNoLongerValid() {
        super("staff.invitation-no-longer-valid");
    }
}
