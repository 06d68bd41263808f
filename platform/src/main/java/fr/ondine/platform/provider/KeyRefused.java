package fr.ondine.platform.provider;

import fr.ondine.platform.kernel.DomainException;
import java.time.Instant;

/** The keys cannot change now without tokens that nobody could verify. */
public final class KeyRefused extends DomainException {

    private KeyRefused(String why, Object... values) {
        super("provider.key-" + why, values);
    }

    static KeyRefused none() {
        return new KeyRefused("none");
    }

    /** Whoever keeps the published keys may not know the next one before that. */
    static KeyRefused tooEarly(Instant until) {
        return new KeyRefused("too-early", until.toString());
    }
}
