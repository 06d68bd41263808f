package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The dates and amounts of a plan (échéancier): all equal but the last, which has the rest, so that they add up exactly. */
public record Instalments(List<Instalment> all) {

    /** Nobody may be made to pay a year at once (arrêté of 10 July 1996, art. 10). */
    private static final int FEWEST = 2;

    /** Between the last payment of a plan and one that follows it, a month but for the days on which banks are closed. */
    private static final int DAYS_BETWEEN = 20;

    /** Less is moved by nobody, whatever the utility's own minimum is. */
    private static final Money LEAST = Money.euros("1.00");

    public Instalments {
        all = List.copyOf(all);
    }

    /**
     * A year's amount over the months of a plan. Where an instalment would be less than the least that is asked for, there
     * are fewer of them, as far apart as they can be. A year that is less than one of them is not shared at all.
     */
    static Instalments of(Money year, PlanTerms terms) {
        var least = leastYear(terms.minimum());
        if (year.compareTo(least) < 0) {
            throw PlanRefused.tooLittle(year, least);
        }
        var number = Math.max(FEWEST, howMany(year, terms.number(), terms.minimum()));
        var days = IntStream.range(0, number)
                .mapToObj(at -> day(terms.first().plusMonths((long) at * terms.number() / number), terms.day()))
                .toList();
        return new Instalments(spread(year, days));
    }

    /** The first month in which a plan can still begin: its day is no sooner than that. */
    static YearMonth firstMonth(LocalDate soonest, int day) {
        var month = YearMonth.from(soonest);
        return day(month, day).isBefore(soonest) ? month.plusMonths(1) : month;
    }

    static LocalDate day(YearMonth month, int day) {
        return BankDays.onOrAfter(month.atDay(Math.min(day, month.lengthOfMonth())));
    }

    public Money total() {
        return sum(all);
    }

    public LocalDate firstDay() {
        return all.getFirst().dueOn();
    }

    public LocalDate lastDay() {
        return all.getLast().dueOn();
    }

    /** The same with an amount that is agreed with the payer: of a plan of which nothing stays yet, a year as any other. */
    Instalments agreedAnew(Money year, LocalDate from, Money paid, Money minimum) {
        var least = leastYear(minimum);
        if (!year.isPositive() || kept(from, paid).isEmpty() && year.compareTo(least) < 0) {
            throw PlanRefused.tooLittle(year, least);
        }
        return revised(year, from, paid, minimum);
    }

    /**
     * The same plan with another amount for the year, from a day on. What was due before, and whatever is paid already,
     * stays; the rest is shared by the days that are left, and by fewer where it is little. Nothing is left to pay where
     * what stays is enough.
     */
    Instalments revised(Money year, LocalDate from, Money paid, Money minimum) {
        var kept = kept(from, paid);
        var rest = year.minus(sum(kept));
        var left = all.subList(kept.size(), all.size()).stream()
                .map(Instalment::dueOn)
                .toList();
        if (!rest.isPositive()) {
            return new Instalments(kept);
        }
        if (left.isEmpty()) {
            throw PlanRefused.nothingLeft();
        }
        var number = Math.max(fewest(kept, rest), howMany(rest, left.size(), minimum));
        return new Instalments(Stream.concat(
                        kept.stream(), spread(rest, left.subList(0, Math.min(number, left.size()))).stream())
                .toList());
    }

    /** A year of which nothing is past or paid is not asked for at once either. */
    private static int fewest(List<Instalment> kept, Money rest) {
        return kept.isEmpty() && rest.compareTo(LEAST.plus(LEAST)) >= 0 ? FEWEST : 1;
    }

    /** The same plan and so many payments after it, none before that day; the first of them has what is paid ahead beside. */
    Instalments extended(Money more, Money ahead, int number, LocalDate soonest, int day) {
        var after = lastDay().plusDays(DAYS_BETWEEN);
        var month = firstMonth(after.isAfter(soonest) ? after : soonest, day);
        var days = IntStream.range(0, number)
                .mapToObj(at -> day(month.plusMonths(at), day))
                .toList();
        var added = new ArrayList<>(all);
        spread(more, days).forEach(one -> added.add(added.size() == all.size() ? one.and(ahead) : one));
        return new Instalments(added);
    }

    /** How much of each is paid, when so much was in all: the first ones first. */
    List<PlannedPayment> paidBy(Money paid) {
        var left = new Money[] {paid};
        return all.stream()
                .map(instalment -> {
                    var share = least(instalment.amount(), left[0]);
                    left[0] = left[0].minus(share);
                    return new PlannedPayment(instalment.dueOn(), instalment.amount(), share);
                })
                .toList();
    }

    private List<Instalment> kept(LocalDate from, Money paid) {
        return paidBy(paid).stream()
                .takeWhile(one -> one.dueOn().isBefore(from) || one.paid().isPositive())
                .map(one -> new Instalment(one.dueOn(), one.amount()))
                .toList();
    }

    /** By how many an amount can be paid, none of them too small; 0 where it is too little for one. */
    static int howMany(Money amount, int most, Money minimum) {
        return amount.amount()
                .divide(most(minimum, LEAST).amount(), 0, RoundingMode.FLOOR)
                .min(BigDecimal.valueOf(most))
                .intValue();
    }

    private static List<Instalment> spread(Money amount, List<LocalDate> days) {
        // the smallest share, so that the last one, which has the rest, is the largest
        var equal = amount.split(days.size()).getLast();
        var last = days.subList(1, days.size()).stream().reduce(amount, (rest, day) -> rest.minus(equal), Money::minus);
        return IntStream.range(0, days.size())
                .mapToObj(at -> new Instalment(days.get(at), at == days.size() - 1 ? last : equal))
                .toList();
    }

    private static Money leastYear(Money minimum) {
        return most(minimum, LEAST.plus(LEAST));
    }

    private static Money most(Money one, Money other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Money sum(List<Instalment> some) {
        return some.stream().map(Instalment::amount).reduce(Money.zero(), Money::plus);
    }

    private static Money least(Money one, Money other) {
        var least = one.compareTo(other) < 0 ? one : other;
        return least.isNegative() ? Money.zero() : least;
    }
}
