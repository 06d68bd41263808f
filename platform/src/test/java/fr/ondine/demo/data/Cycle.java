package fr.ondine.demo.data;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The half-years that were read and billed by a given day; the rounds of readers are spread over six months. */
record Cycle(LocalDate today, int round) {

    private static final int DAYS_TO_ISSUE = 12;
    private static final int DAYS_TO_PAY = 35;
    private static final int HALF_YEARS = 6;

    /** A half-year, first and last day, with the invoice that follows. */
    record HalfYear(LocalDate from, LocalDate to) {

        LocalDate issuedOn() {
            return to.plusDays(DAYS_TO_ISSUE);
        }

        LocalDate dueOn() {
            return issuedOn().plusDays(DAYS_TO_PAY);
        }
    }

    /** Three years, and for a re-numbered utility as far back as an invoice under the old numbers. */
    List<HalfYear> halfYears(boolean withFormerNumbers) {
        var halves = new ArrayList<HalfYear>();
        for (var end = lastEnd(); halves.size() < HALF_YEARS || withFormerNumbers && !isFormer(halves.getLast()); ) {
            halves.add(new HalfYear(end.minusMonths(5).atDay(1), end.atEndOfMonth()));
            end = end.minusMonths(6);
        }
        Collections.reverse(halves);
        return halves;
    }

    private static boolean isFormer(HalfYear half) {
        return half.issuedOn().isBefore(DemoUtility.RENUMBERED_ON);
    }

    private YearMonth lastEnd() {
        var end = YearMonth.from(today.minusDays(DAYS_TO_ISSUE)).minusMonths(1);
        if (end.plusMonths(1).atEndOfMonth().plusDays(DAYS_TO_ISSUE).compareTo(today) <= 0) {
            end = end.plusMonths(1);
        }
        return end.minusMonths(round);
    }
}
