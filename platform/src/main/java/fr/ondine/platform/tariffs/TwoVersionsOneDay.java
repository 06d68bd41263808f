package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;
import java.time.LocalDate;

/** A day from which another version of the tariff holds already. */
public final class TwoVersionsOneDay extends DomainException {

    TwoVersionsOneDay(LocalDate day) {
        super("tariffs.two-versions-one-day", day);
    }
}
