package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.metering.Reading;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What stands billed of an agreement after the period of a run, which bills what an invoice that was credited has left.
 *
 * @param standingFrom the day from which its standing charges are billed
 * @param isByReading whether any of it is by a reading, and not an estimate that the next reading makes good
 * @param period of the first invoice by a reading, else of the first one
 * @param read the reading from which that invoice goes on; empty where it says none
 */
record Following(LocalDate standingFrom, boolean isByReading, Period period, Optional<Reading> read) {

    /** Whether nothing is between it and days that are billed: then it says up to which reading they are. */
    boolean adjoins(Period days) {
        return !period.from().isAfter(days.until());
    }
}
