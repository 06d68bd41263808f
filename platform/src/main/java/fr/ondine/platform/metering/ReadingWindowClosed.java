package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Period;

/** The utility takes readings from its subscribers on other days of the year. */
public final class ReadingWindowClosed extends DomainException {

    ReadingWindowClosed(Period next) {
        super("metering.reading-window-closed", next);
    }
}
