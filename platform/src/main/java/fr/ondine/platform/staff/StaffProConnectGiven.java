package fr.ondine.platform.staff;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That ProConnect has named somebody who may come in, or is invited to; kept in the session until the second step. */
public final class StaffProConnectGiven extends StaffFirstStep implements Serializable {

    private final String utility;
    private final UUID staff;
    private final int securityVersion;
    private final StaffIdentity identity;
    private final byte @Nullable [] invitation;
    private final Instant at;

    StaffProConnectGiven(
            String utility, StaffAccount account, StaffIdentity identity, byte @Nullable [] invitation, Instant at) {
        this.utility = utility;
        this.staff = account.id();
        this.securityVersion = account.securityVersion();
        this.identity = identity;
        this.invitation = invitation;
        this.at = at;
    }

    /** Whether they have an invitation to accept, and no second factor yet. */
    public boolean isInvited() {
        return invitation != null;
    }

    @Override
    String utility() {
        return utility;
    }

    @Override
    UUID staff() {
        return staff;
    }

    @Override
    Instant at() {
        return at;
    }

    StaffIdentity identity() {
        return identity;
    }

    /** Which invitation it was. */
    byte @Nullable [] invitation() {
        return invitation;
    }

    @Override
    boolean isStillOf(StaffAccount account) {
        return account.securityVersion() == securityVersion;
    }

    /** Never who it is: this may be logged. */
    @Override
    public String toString() {
        return "StaffProConnectGiven[…]";
    }
}
