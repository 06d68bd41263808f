package fr.ondine.platform.fleet;

import fr.ondine.platform.kernel.DomainException;

/** A utility is deleted only when it is archived, named right, asked for, and its time of grace is over. */
public final class DeletionRefused extends DomainException {

    DeletionRefused(String code, Object... values) {
        super("fleet.deletion-" + code, values);
    }
}
