package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Volume;

/** The volume since the last reading is too far from the usual one to be kept without the service. */
public final class ReadingImplausible extends DomainException {

    ReadingImplausible(Volume sinceLast, Volume expected) {
        super("metering.reading-implausible", sinceLast.wholeCubicMetres(), expected.wholeCubicMetres());
    }
}
