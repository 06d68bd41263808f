package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;

/** A draft that somebody else changed since it was read. */
public final class ChangedMeanwhile extends DomainException {

    ChangedMeanwhile() {
        super("tariffs.changed-meanwhile");
    }
}
