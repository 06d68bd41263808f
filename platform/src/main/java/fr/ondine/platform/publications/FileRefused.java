package fr.ondine.platform.publications;

import fr.ondine.platform.kernel.DomainException;

/** A file cannot be shown to the public: it is not what it should be, or too large. */
public final class FileRefused extends DomainException {

    FileRefused(String reason, Object... values) {
        super("publications." + reason, values);
    }
}
