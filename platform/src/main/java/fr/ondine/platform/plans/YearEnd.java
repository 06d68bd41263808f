package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.Money;
import fr.ondine.tenantconfig.InstalmentRules;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the rules make of the difference between what was paid in a year and what it cost (régularisation).
 *
 * @param left owed by the agreement in all; negative where it is owed
 * @param extra the payments by which it is paid, where it is
 */
public record YearEnd(Money left, Outcome outcome, List<Instalment> extra) {

    /** What is done about the difference. */
    public enum Outcome {
        EVEN,
        /** Too little for a payment: it is left for the next plan. */
        CARRIED,
        REFUND,
        EXTRA_INSTALMENTS,
        /** All of it with the invoice. */
        DUE
    }

    public YearEnd {
        extra = List.copyOf(extra);
    }

    /** {@code soonest} is the first day on which another payment can be. */
    static YearEnd of(Money left, InstalmentRules rules, int day, LocalDate soonest) {
        if (left.isZero()) {
            return new YearEnd(left, Outcome.EVEN, List.of());
        }
        var size = left.isNegative() ? left.negated() : left;
        if (size.compareTo(Money.euros(rules.settleBelow().value())) < 0) {
            return new YearEnd(left, Outcome.CARRIED, List.of());
        }
        if (left.isNegative()) {
            return new YearEnd(left, Outcome.REFUND, List.of());
        }
        return rules.extraInstalments() == 0
                ? new YearEnd(left, Outcome.DUE, List.of())
                : new YearEnd(
                        left,
                        Outcome.EXTRA_INSTALMENTS,
                        extra(left, rules.extraInstalments(), day, Instalments.firstMonth(soonest, day)));
    }

    private static List<Instalment> extra(Money left, int number, int day, YearMonth first) {
        var shares = left.split(number).reversed();
        return IntStream.range(0, number)
                .mapToObj(at -> new Instalment(Instalments.day(first.plusMonths(at), day), shares.get(at)))
                .toList();
    }
}
