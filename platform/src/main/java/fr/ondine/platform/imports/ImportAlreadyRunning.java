package fr.ondine.platform.imports;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Sentences;

/** Two imports of one utility at once would refuse each other's rows, so the second does not begin. */
public final class ImportAlreadyRunning extends DomainException {

    ImportAlreadyRunning() {
        super("imports.already-running");
    }

    @Override
    public String getMessage() {
        return new Phrases(Sentences.commonLanguage()).of(this);
    }
}
