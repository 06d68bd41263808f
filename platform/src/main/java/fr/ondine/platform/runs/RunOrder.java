package fr.ondine.platform.runs;

import static java.util.Objects.requireNonNull;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.runs.RunFault.About;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is asked for; a day is null where what was typed is none.
 *
 * @param lastDay of the period, included
 * @param typed rounds, streets or numbers of contracts, one a line; without meaning where all are meant
 */
public record RunOrder(
        RunKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate readUntil,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        Perimeter.Kind perimeter,
        String typed) {

    /** What stands billed is known for two years before a period: a longer one is a slip of the pen. */
    private static final int LONGEST_YEARS = 2;

    private static final int MONTHS_BACK = 1;
    private static final int MONTHS_AHEAD = 3;

    RunTerms terms() {
        return new RunTerms(
                kind,
                Period.ofDays(requireNonNull(from), requireNonNull(lastDay)),
                requireNonNull(readUntil),
                requireNonNull(issuedOn),
                requireNonNull(dueOn));
    }

    List<RunFault> faults(LocalDate today) {
        var faults = new ArrayList<RunFault>();
        requireDay(from, About.FROM, "from-missing", faults);
        requireDay(lastDay, About.LAST_DAY, "last-day-missing", faults);
        requireDay(readUntil, About.READ_UNTIL, "read-until-missing", faults);
        requireDay(issuedOn, About.ISSUED_ON, "issued-on-missing", faults);
        requireDay(dueOn, About.DUE_ON, "due-on-missing", faults);
        if (from != null && lastDay != null && lastDay.isBefore(from)) {
            faults.add(RunFault.of(About.LAST_DAY, "ends-before-start", from));
        } else if (from != null && lastDay != null && !lastDay.isBefore(from.plusYears(LONGEST_YEARS))) {
            faults.add(RunFault.of(About.LAST_DAY, "too-long", LONGEST_YEARS));
        }
        if (from != null && readUntil != null && readUntil.isBefore(from)) {
            faults.add(RunFault.of(About.READ_UNTIL, "read-before-start", from));
        }
        if (issuedOn != null && issuedOn.isBefore(today.minusMonths(MONTHS_BACK))) {
            faults.add(RunFault.of(About.ISSUED_ON, "issued-long-ago", today.minusMonths(MONTHS_BACK)));
        }
        if (issuedOn != null && issuedOn.isAfter(today.plusMonths(MONTHS_AHEAD))) {
            faults.add(RunFault.of(About.ISSUED_ON, "issued-far-ahead", today.plusMonths(MONTHS_AHEAD)));
        }
        if (issuedOn != null && dueOn != null && dueOn.isBefore(issuedOn)) {
            faults.add(RunFault.of(About.DUE_ON, "due-before-issue", issuedOn));
        }
        return faults;
    }

    private static void requireDay(@Nullable LocalDate day, About about, String reason, List<RunFault> faults) {
        if (day == null) {
            faults.add(RunFault.of(about, reason));
        }
    }
}
