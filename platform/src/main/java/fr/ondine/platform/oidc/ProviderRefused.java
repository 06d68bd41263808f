package fr.ondine.platform.oidc;

import fr.ondine.platform.kernel.DomainException;
import java.util.Locale;

/** Nobody came back from a provider of identities, or nobody who can be believed. */
public final class ProviderRefused extends DomainException {

    /** What a person is told of it; the rest is for the log. */
    public enum Reason {
        /** They went back, or the provider knows a reason that it keeps to itself. */
        GIVEN_UP,
        /** The provider does not answer, or not in time. */
        AWAY,
        /** What came is not the answer to what was asked, or cannot be believed. */
        FAILED
    }

    private final Reason reason;

    ProviderRefused(String code, Reason reason) {
        super(code + "-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
