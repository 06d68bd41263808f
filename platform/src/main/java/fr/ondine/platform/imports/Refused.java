package fr.ondine.platform.imports;

import fr.ondine.platform.kernel.DomainException;

/** A field, a row or a file that cannot be taken in; the code names the sentence that says why. */
final class Refused extends DomainException {

    Refused(String reason, Object... arguments) {
        super("imports." + reason, arguments);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        // a file may hold a million bad fields
        return this;
    }
}
