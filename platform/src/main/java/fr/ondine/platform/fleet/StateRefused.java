package fr.ondine.platform.fleet;

import fr.ondine.platform.kernel.DomainException;

/** A utility cannot go from its state to the one asked for. */
public final class StateRefused extends DomainException {

    StateRefused(String slug, String from, String to) {
        super("fleet.state-refused", slug, from, to);
    }
}
