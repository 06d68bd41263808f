package fr.ondine.platform.operators;

import fr.ondine.platform.kernel.DomainException;

/** An account cannot be made, changed or closed in this way. */
public final class OperatorRefused extends DomainException {

    OperatorRefused(String reason, Object... values) {
        super("operators." + reason, values);
    }
}
