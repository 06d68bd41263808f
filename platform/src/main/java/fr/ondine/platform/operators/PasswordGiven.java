package fr.ondine.platform.operators;

import java.time.Instant;
import java.util.UUID;

/** That somebody gave an operator's password at that moment, which opens nothing without a code. */
public final class PasswordGiven {

    private final UUID operator;
    private final String hash;
    private final Instant at;

    PasswordGiven(UUID operator, String hash, Instant at) {
        this.operator = operator;
        this.hash = hash;
        this.at = at;
    }

    UUID operator() {
        return operator;
    }

    String hash() {
        return hash;
    }

    Instant at() {
        return at;
    }
}
