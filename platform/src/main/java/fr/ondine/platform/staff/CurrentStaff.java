package fr.ondine.platform.staff;

import fr.ondine.platform.factors.ProofNeeded;
import fr.ondine.platform.tenancy.TenantContext;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is signed in to work at one utility, as kept in the session, while the account's security version is this one.
 *
 * @param provenAt when they last gave their second factor in this session; not known of sessions of earlier releases
 */
public record CurrentStaff(
        String utility,
        UUID id,
        String email,
        String displayName,
        StaffRole role,
        int securityVersion,
        @Nullable Instant provenAt)
        implements AuthenticatedPrincipal, Serializable {

    /** For so long what needs a proof asks for no other. */
    public static final Duration PROOF_LIFE = Duration.ofMinutes(5);

    /** Somebody who has proven nothing yet. */
    public CurrentStaff(
            String utility, UUID id, String email, String displayName, StaffRole role, int securityVersion) {
        this(utility, id, email, displayName, role, securityVersion, null);
    }

    /** The same person, who gave their second factor just then. */
    public CurrentStaff provenAt(Instant moment) {
        return new CurrentStaff(utility, id, email, displayName, role, securityVersion, moment);
    }

    /** Whether this person may do that here: at any other utility they are nobody. */
    public boolean may(StaffPermission what) {
        return isHere() && role.may(what);
    }

    /** Refuses what this person may not do. */
    public void require(StaffPermission needed) {
        if (!may(needed)) {
            throw new RoleMissing(needed);
        }
    }

    /** Refuses what this person may not do, and asks for the second factor where it was not given within minutes. */
    public void requireProven(StaffPermission needed, Clock clock) {
        require(needed);
        if (provenAt == null || !clock.instant().isBefore(provenAt.plus(PROOF_LIFE))) {
            throw new ProofNeeded();
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
