package fr.ondine.platform.passkeys;

import fr.ondine.platform.kernel.DomainException;

/** What was answered is not believed, or came too late; one same answer, whatever the reason. */
public final class PasskeyRefused extends DomainException {

    public PasskeyRefused() {
        super("passkeys.refused");
    }
}
