package fr.ondine.platform.staff;

import java.time.Instant;
import java.util.UUID;

/** That somebody gave the password of an account of one utility at that moment, which opens nothing without a code. */
public final class StaffPasswordGiven {

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

    String utility() {
        return utility;
    }

    UUID staff() {
        return staff;
    }

    String hash() {
        return hash;
    }

    Instant at() {
        return at;
    }
}
