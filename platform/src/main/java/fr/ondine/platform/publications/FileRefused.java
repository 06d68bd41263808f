package fr.ondine.platform.publications;

import fr.ondine.platform.kernel.DomainException;

/** A file cannot be offered to subscribers: it is no PDF, or too large. */
public final class FileRefused extends DomainException {

    FileRefused(String reason, Object... values) {
        super("publications." + reason, values);
    }
}
