package fr.ondine.platform.stories;

import fr.ondine.platform.plans.Instalment;
import fr.ondine.platform.plans.PlanDraft;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** A year that is shared by some payments, as a payer would look at it. */
record SharedYear(List<Instalment> payments, long sum, int day, long least) {

    private static final int FEWEST = 2;
    private static final int MOST = 10;
    private static final int CUT_OFF = 15;

    /** As many days as banks may be closed in a row. */
    private static final int CLOSED = 5;

    static SharedYear of(PlanDraft draft, long least) {
        return new SharedYear(
                draft.instalments().all(),
                Cents.of(draft.year().amount().plus(draft.carried())),
                draft.order().day(),
                least);
    }

    void requireFair(LocalDate today) {
        PlanDeeds.same(
                "a plan comes to its year and what was carried",
                sum,
                payments.stream().mapToLong(one -> Cents.of(one.amount())).sum());
        require(payments.size() >= FEWEST && payments.size() <= MOST, "as many as there may be");
        var equal = Cents.of(payments.getFirst().amount());
        var last = Cents.of(payments.getLast().amount());
        require(
                payments.stream().limit(payments.size() - 1).allMatch(one -> Cents.of(one.amount()) == equal),
                "all equal but the last");
        require(last >= equal && last < equal + payments.size(), "the last has the rest");
        require(payments.size() == FEWEST || equal >= least, "none too small");
        require(!payments.getFirst().dueOn().isBefore(today.plusDays(CUT_OFF)), "the first not too soon");
        for (var at = 0; at < payments.size(); at++) {
            var due = payments.get(at).dueOn();
            require(due.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0, "on days of banks");
            require(due.getDayOfMonth() >= day && due.getDayOfMonth() <= day + CLOSED, "on the day of the month");
            require(
                    at == 0
                            || !due.withDayOfMonth(1)
                                    .isEqual(payments.get(at - 1).dueOn().withDayOfMonth(1)),
                    "each in a month of its own");
        }
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new StoryFailed("a year is shared fairly: " + what, payments.toString());
        }
    }
}
