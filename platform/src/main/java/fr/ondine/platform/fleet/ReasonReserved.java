package fr.ondine.platform.fleet;

import fr.ondine.platform.kernel.DomainException;

/** A reason that was typed would read as one that the platform noted by itself, as after a rollback. */
public final class ReasonReserved extends DomainException {

    ReasonReserved() {
        super("fleet.reason-reserved");
    }
}
