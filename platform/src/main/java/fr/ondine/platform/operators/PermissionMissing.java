package fr.ondine.platform.operators;

import fr.ondine.platform.kernel.DomainException;

/** The operator may not do this. */
public final class PermissionMissing extends DomainException {

    PermissionMissing(Permission needed) {
        super("operators.permission-missing", needed);
    }
}
