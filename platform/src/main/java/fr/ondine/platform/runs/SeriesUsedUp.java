package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.DomainException;

/** A series has no room for so many numbers more. */
public final class SeriesUsedUp extends DomainException {

    SeriesUsedUp(String series) {
        super("runs.series-used-up", series);
    }
}
