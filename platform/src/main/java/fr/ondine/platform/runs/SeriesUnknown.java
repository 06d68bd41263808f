package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.DomainException;

/** The utility has not said how numbers of its invoices are made. */
public final class SeriesUnknown extends DomainException {

    SeriesUnknown() {
        super("runs.series-unknown");
    }
}
