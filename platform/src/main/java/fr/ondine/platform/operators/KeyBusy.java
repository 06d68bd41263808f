package fr.ondine.platform.operators;

import fr.ondine.platform.kernel.DomainException;
import java.time.Duration;

/** Too many requests by one key, or too many wrong keys from one network address. */
public final class KeyBusy extends DomainException {

    private final Duration wait;

    KeyBusy(Duration wait) {
        super("operators.key-busy", wait.toSeconds() + 1);
        this.wait = wait;
    }

    /** In how many whole seconds it may be tried again. */
    public long seconds() {
        return wait.toSeconds() + 1;
    }
}
