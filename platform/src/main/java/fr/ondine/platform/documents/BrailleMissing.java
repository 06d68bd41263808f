package fr.ondine.platform.documents;

import fr.ondine.platform.kernel.DomainException;

/** The platform has nothing that writes braille: liblouis is not installed where it runs. */
public final class BrailleMissing extends DomainException {

    BrailleMissing() {
        super("documents.braille-missing");
    }
}
