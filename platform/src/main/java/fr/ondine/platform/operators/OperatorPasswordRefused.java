package fr.ondine.platform.operators;

import fr.ondine.platform.kernel.DomainException;

/** A password that does not do, or is not the present one. */
public final class OperatorPasswordRefused extends DomainException {

    OperatorPasswordRefused(String reason, Object... values) {
        super("operators.password-" + reason, values);
    }
}
