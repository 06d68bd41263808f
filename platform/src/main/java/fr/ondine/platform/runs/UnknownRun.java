package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.DomainException;

/** There is no such run at this utility. */
public final class UnknownRun extends DomainException {

    UnknownRun() {
        super("runs.unknown-run");
    }
}
