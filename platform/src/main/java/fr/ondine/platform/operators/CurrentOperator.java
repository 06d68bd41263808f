package fr.ondine.platform.operators;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The operator who acts: signed in, as kept in the session only as long as the account's security version is this one;
 * or by a program that showed a key of theirs.
 *
 * @param key the name of that key
 */
public record CurrentOperator(
        UUID id,
        String email,
        String displayName,
        Permission permission,
        int securityVersion,
        @Nullable String key) implements AuthenticatedPrincipal, Serializable {

    public CurrentOperator(UUID id, String email, String displayName, Permission permission, int securityVersion) {
        this(id, email, displayName, permission, securityVersion, null);
    }

    /** The same by a key, with the lesser of both permissions. */
    CurrentOperator by(String key, Permission most) {
        var both = permission.includes(most) ? most : permission;
        return new CurrentOperator(id, email, displayName, both, securityVersion, key);
    }

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
        return "operator:" + email + (key == null ? "" : " key:" + key);
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
