package fr.ondine.platform.staff;

import fr.ondine.platform.kernel.DomainException;

/** The person may not do this at this utility. */
public final class RoleMissing extends DomainException {

    RoleMissing(StaffPermission needed) {
        super("staff.role-missing", needed);
    }
}
