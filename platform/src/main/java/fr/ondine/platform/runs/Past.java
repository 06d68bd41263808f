package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.Reading;
import fr.ondine.platform.tariffs.Use;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * @param doubted the number of an estimated invoice since of which nobody can tell what is to be taken back
 * @param following what stands billed after the period of the run, and is none of the above
 */
record Past(
        Optional<LocalDate> standingUntil,
        Optional<LocalDate> seenUntil,
        Optional<Reading> billed,
        List<Use> uses,
        List<BillLine> estimated,
        Optional<String> doubted,
        Optional<Following> following) {

    static final Past NOTHING = new Past(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    /** Whether invoices by a reading bill those days: up to their end, or in part where others stand for what follows. */
    boolean bills(Period days) {
        return seenUntil.filter(until -> !until.isBefore(days.until())).isPresent()
                || following
                        .filter(Following::isByReading)
                        .filter(after -> after.standingFrom().isBefore(days.until()) || isBegun(days))
                        .isPresent();
    }

    private boolean isBegun(Period days) {
        return seenUntil.filter(until -> until.isAfter(days.from())).isPresent();
    }

    /** Of the lines of estimates those that still stand: one that took an earlier one back stands for both. */
    List<BillLine> standingEstimates() {
        var standing = new ArrayList<>(estimated);
        for (var line : estimated) {
            if (line.quantity().amount().signum() < 0 && standing.remove(line.takenBack())) {
                standing.remove(line);
            }
        }
        return standing;
    }

    /** What was used in the calendar year of a day, of what is billed. */
    Volume usedInYearOf(LocalDate day) {
        return uses.stream().map(use -> use.ofYear(day.getYear())).reduce(new Volume(0), Volume::plus);
    }
}
