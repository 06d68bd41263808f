package fr.ondine.platform.stories;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;

/** What a contract was billed for its use in a year, less what was credited of it; of more days, a year's share. */
record BilledYear(Software software, Party party, LocalDate today) {

    private static final int DAYS = 365;

    long amount() {
        var uses = software.billsOf(
                party, bill -> isSince(bill) && (bill.kind.equals("reelle") || bill.kind.equals("estimee")));
        var gestures = software.billsOf(party, bill -> isSince(bill) && bill.isCredit() && bill.corrects == null);
        var days = new HashSet<LocalDate>();
        uses.stream()
                .filter(bill -> toldLeft(bill) != 0 && bill.from != null)
                .forEach(bill -> bill.from.datesUntil(bill.issued).forEach(days::add));
        var sum = uses.stream().mapToLong(this::toldLeft).sum()
                + gestures.stream().mapToLong(Bill::total).sum();
        return BigDecimal.valueOf(sum)
                .multiply(BigDecimal.valueOf(DAYS))
                .divide(BigDecimal.valueOf(Math.max(DAYS, days.size())), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private boolean isSince(Bill bill) {
        return bill.isTold && bill.issued.isAfter(today.minusYears(1));
    }

    private long toldLeft(Bill bill) {
        return bill.total()
                - bill.creditedHere
                + software.billsOf(party, note -> note.isTold && note.corrects == bill).stream()
                        .mapToLong(Bill::total)
                        .sum();
    }
}
