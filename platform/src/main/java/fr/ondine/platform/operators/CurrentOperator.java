package fr.ondine.platform.operators;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/** The operator who is signed in, as kept in the session: only as long as the account's security version is this one. */
public record CurrentOperator(UUID id, String email, String displayName, Permission permission, int securityVersion)
        implements AuthenticatedPrincipal, Serializable {

    public boolean may(Permission needed) {
        return permission.includes(needed);
    }

    /** Refuses what this operator may not do. */
    public void require(Permission needed) {
        if (!may(needed)) {
            throw new PermissionMissing(needed);
        }
    }

    /** The name under which acts are written down. */
    public String actor() {
        return "operator:" + email;
    }

    @Override
    public String getName() {
        return actor();
    }

    @Override
    public String toString() {
        return "operator:" + id;
    }
}
