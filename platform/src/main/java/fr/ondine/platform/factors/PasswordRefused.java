package fr.ondine.platform.factors;

import fr.ondine.platform.kernel.DomainException;

/** A password that does not do, or is not the present one. */
public final class PasswordRefused extends DomainException {

    public PasswordRefused(String reason, Object... values) {
        super("factors.password-" + reason, values);
    }
}
