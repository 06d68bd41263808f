package fr.ondine.platform.staff;

import fr.ondine.platform.kernel.DomainException;

/** Something cannot be done to a staff account, or to the configuration, in this way. */
public final class StaffRefused extends DomainException {

    StaffRefused(String reason, Object... values) {
        super("staff." + reason, values);
    }
}
