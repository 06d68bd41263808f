package fr.ondine.platform.leaks;

import fr.ondine.platform.kernel.DomainException;

/** The invoice has a line that is not found again from its tariff, so that nobody can say what less water would have cost. */
public final class ReliefNotRated extends DomainException {

    private static final long serialVersionUID = 1L;

    ReliefNotRated(String label) {
        super("leaks.not-rated", label);
    }
}
