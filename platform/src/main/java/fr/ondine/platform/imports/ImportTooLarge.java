package fr.ondine.platform.imports;

import fr.ondine.platform.kernel.DomainException;

/** What a program sends is larger than what is taken from one. */
public final class ImportTooLarge extends DomainException {

    ImportTooLarge(long megabytes) {
        super("imports.sent-too-large", megabytes);
    }
}
