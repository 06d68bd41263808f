package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.DomainException;
import java.time.LocalDate;

/** A day on which no tariff held yet. */
public final class TariffMissing extends DomainException {

    TariffMissing(LocalDate day) {
        super("tariffs.tariff-missing", day);
    }
}
