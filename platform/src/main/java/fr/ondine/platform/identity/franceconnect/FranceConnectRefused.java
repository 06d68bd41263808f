package fr.ondine.platform.identity.franceconnect;

import fr.ondine.platform.kernel.DomainException;
import java.util.Locale;

/** Nobody came back from FranceConnect, or nobody who can be believed. */
public final class FranceConnectRefused extends DomainException {

    /** What a person is told of it; the rest is for the log. */
    public enum Reason {
        /** They went back, or FranceConnect knows a reason that it keeps to itself. */
        GIVEN_UP,
        /** FranceConnect does not answer, or not in time. */
        AWAY,
        /** What came is not the answer to what was asked, or cannot be believed. */
        FAILED
    }

    private final Reason reason;

    FranceConnectRefused(Reason reason) {
        super("identity.franceconnect-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
