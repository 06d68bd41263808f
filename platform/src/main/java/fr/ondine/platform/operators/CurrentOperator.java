package fr.ondine.platform.operators;

import fr.ondine.platform.factors.ProofNeeded;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The operator who acts: signed in, as kept in the session only as long as the account's security version is this one;
 * or by a program that showed a key of theirs.
 *
 * @param key the name of that key
 * @param provenAt when they last gave their second factor in this session; not known of sessions of earlier releases
 */
public record CurrentOperator(
        UUID id,
        String email,
        String displayName,
        Permission permission,
        int securityVersion,
        @Nullable String key,
        @Nullable Instant provenAt)
        implements AuthenticatedPrincipal, Serializable {

    /** For so long what needs a proof asks for no other. */
    public static final Duration PROOF_LIFE = Duration.ofMinutes(5);

    /** Somebody who has proven nothing yet. */
    public CurrentOperator(UUID id, String email, String displayName, Permission permission, int securityVersion) {
        this(id, email, displayName, permission, securityVersion, null, null);
    }

    /** The same by a key, with the lesser of both permissions. */
    CurrentOperator by(String key, Permission most) {
        var both = permission.includes(most) ? most : permission;
        return new CurrentOperator(id, email, displayName, both, securityVersion, key, null);
    }

    /** The same person, who gave their second factor just then. */
    public CurrentOperator provenAt(Instant moment) {
        return new CurrentOperator(id, email, displayName, permission, securityVersion, key, moment);
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

    /**
     * Refuses what this operator may not do, and asks for the second factor where it was not given within minutes. A key
     * is no session that somebody finds open: the second factor was given when it was made.
     */
    public void requireProven(Permission needed, Clock clock) {
        require(needed);
        if (key == null && (provenAt == null || !clock.instant().isBefore(provenAt.plus(PROOF_LIFE)))) {
            throw new ProofNeeded();
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
