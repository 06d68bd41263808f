package fr.ondine.platform.staff;

import java.time.Instant;
import java.util.UUID;

/** That somebody gave the password of an account of one utility at that moment, which opens nothing without a code. */
public final class StaffPasswordGiven extends StaffFirstStep {

    private final String utility;
    private final UUID staff;
    private final String hash;
    private final Instant at;

    StaffPasswordGiven(String utility, UUID staff, String hash, Instant at) {
        this.utility = utility;
        this.staff = staff;
        this.hash = hash;
        this.at = at;
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

    @Override
    boolean isStillOf(StaffAccount account) {
        return hash.equals(account.passwordHash());
    }
}
