package fr.ondine.platform.passkeys;

import fr.ondine.platform.kernel.DomainException;

/** Another passkey cannot be kept: {@code too-many}, {@code known-already} or {@code name}. */
public final class PasskeyNotTaken extends DomainException {

    PasskeyNotTaken(String why) {
        super("passkeys.not-taken." + why);
    }
}
