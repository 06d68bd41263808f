package fr.ondine.platform.documents;

import fr.ondine.platform.kernel.DomainException;

/** The utility has used all the room that the operator gives it; both figures are in megabytes. */
public final class StorageFull extends DomainException {

    StorageFull(long used, long limit) {
        super("documents.storage-full", used, limit);
    }
}
