package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.DomainException;

/** The volume since the last reading is too far from the usual one to be kept without the service. */
public final class ReadingImplausible extends DomainException {

    ReadingImplausible(ComparedVolumes volumes) {
        super(
                "metering.reading-implausible",
                volumes.sinceLast().wholeCubicMetres(),
                volumes.expected().wholeCubicMetres());
    }

    /** Without volumes, which would tell what an earlier occupant used. */
    ReadingImplausible() {
        super("metering.reading-implausible-here");
    }
}
