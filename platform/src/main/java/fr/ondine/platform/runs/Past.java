package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.Reading;
import fr.ondine.platform.tariffs.Use;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What stands billed of an agreement before a run.
 *
 * @param standingUntil the day from which standing charges are still due; empty before the first invoice
 * @param seenUntil the day until which invoices by a reading have billed; empty before the first one
 * @param billed the last reading that an invoice by a reading went up to; empty where none is known
 * @param uses what those invoices billed, as far as tiers of a year may ask for it
 * @param estimated the lines of use of the estimated invoices since
 */
record Past(
        Optional<LocalDate> standingUntil,
        Optional<LocalDate> seenUntil,
        Optional<Reading> billed,
        List<Use> uses,
        List<BillLine> estimated) {

    static final Past NOTHING = new Past(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    /** What was used in the calendar year of a day, of what is billed. */
    Volume usedInYearOf(LocalDate day) {
        return uses.stream().map(use -> use.ofYear(day.getYear())).reduce(new Volume(0), Volume::plus);
    }
}
