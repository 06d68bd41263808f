package fr.ondine.tenantconfig;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a year is paid month by month (mensualisation); a utility without such rules offers no plans.
 *
 * @param number of instalments, a month apart
 * @param days of the month, of which the payer chooses one
 * @param firstMonth of every plan, 1 for January; without it a plan begins in the next month that it can
 * @param cutOffDays so long before its first instalment a plan is agreed, and before one that is changed
 * @param minimum the least that is asked for at a time: below it there are fewer instalments
 * @param settleBelow what the yearly invoice differs by less is carried over to the next plan
 * @param extraInstalments by which a larger rest is paid; none where it is due with the invoice
 * @param returnsAllowed once so many debits came back, the plan is to be ended
 */
public record InstalmentRules(
        int number,
        List<Integer> days,
        @Nullable Integer firstMonth,
        int cutOffDays,
        EuroAmount minimum,
        EuroAmount settleBelow,
        int extraInstalments,
        int returnsAllowed) {

    private static final int FEWEST = 8;
    private static final int MOST = 11;
    private static final int LAST_DAY = 28;
    private static final int MONTHS = 12;
    private static final int LONGEST_CUT_OFF = 60;
    private static final int MOST_AT_A_TIME = 100;
    private static final int MOST_EXTRA = 2;
    private static final int MOST_RETURNS = 5;

    public InstalmentRules {
        Invalid.unless(isWithin(number, FEWEST, MOST), "number", "between", FEWEST, MOST);
        Invalid.whenEmpty("days", days);
        Invalid.unless(days.stream().allMatch(day -> isWithin(day, 1, LAST_DAY)), "days", "between", 1, LAST_DAY);
        Invalid.whenRepeated("days", days);
        Invalid.unless(firstMonth == null || isWithin(firstMonth, 1, MONTHS), "firstMonth", "between", 1, MONTHS);
        Invalid.unless(isWithin(cutOffDays, 0, LONGEST_CUT_OFF), "cutOffDays", "between", 0, LONGEST_CUT_OFF);
        Invalid.when(minimum.isAbove(MOST_AT_A_TIME), "minimum", "euros-at-most", MOST_AT_A_TIME);
        Invalid.when(settleBelow.isAbove(MOST_AT_A_TIME), "settleBelow", "euros-at-most", MOST_AT_A_TIME);
        Invalid.unless(isWithin(extraInstalments, 0, MOST_EXTRA), "extraInstalments", "between", 0, MOST_EXTRA);
        Invalid.unless(isWithin(returnsAllowed, 1, MOST_RETURNS), "returnsAllowed", "between", 1, MOST_RETURNS);
    }

    /** What many utilities do: ten instalments, from the next month on. */
    public static InstalmentRules usual() {
        return new InstalmentRules(
                10, List.of(5, 10, 15), null, 15, new EuroAmount("10.00"), new EuroAmount("15.00"), 2, 2);
    }

    /** What is due before that day is at the bank already, and stays as it is. */
    public LocalDate firstToChange(LocalDate today) {
        return today.plusDays(cutOffDays);
    }

    private static boolean isWithin(int number, int least, int most) {
        return number >= least && number <= most;
    }
}
