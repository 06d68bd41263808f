package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.DomainException;

/** A run that cannot be validated: it is still being simulated, was validated or cancelled before, or another is being issued. */
public final class RunNotReady extends DomainException {

    RunNotReady() {
        super("runs.run-not-ready");
    }
}
