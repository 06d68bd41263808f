package fr.ondine.platform.staff;

import fr.ondine.platform.tenancy.TenantContext;
import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Who is signed in to work at one utility, as kept in the session, while the account's security version is this one. */
public record CurrentStaff(
        String utility, UUID id, String email, String displayName, StaffRole role, int securityVersion)
        implements AuthenticatedPrincipal, Serializable {

    /** Whether this person may do what {@code needed} may, here: at any other utility they are nobody. */
    public boolean may(StaffRole needed) {
        return isHere() && role.includes(needed);
    }

    /** Refuses what this person may not do. */
    public void require(StaffRole needed) {
        if (!may(needed)) {
            throw new RoleMissing(needed);
        }
    }

    /** The name under which acts are written down. */
    public String actor() {
        return "staff:" + id;
    }

    boolean isHere() {
        return TenantContext.current().slug().equals(utility);
    }

    @Override
    public String getName() {
        return utility + ":staff:" + id;
    }

    @Override
    public String toString() {
        return getName();
    }
}
