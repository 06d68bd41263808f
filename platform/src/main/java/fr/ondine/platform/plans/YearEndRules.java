package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.plans.YearEnd.Outcome;
import fr.ondine.tenantconfig.InstalmentRules;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what is done about the difference of a year, by the rules of a utility and on one day. */
record YearEndRules(Plan plan, Money left, InstalmentRules rules, LocalDate today) {

    YearEnd yearEnd() {
        if (!left.isPositive()) {
            return credit();
        }
        if (difference().isZero()) {
            return unchanged(Outcome.EVEN);
        }
        if (isSmall(size(difference()))) {
            return unchanged(Outcome.CARRIED);
        }
        return (difference().isNegative() ? reduced() : extended().or(this::raised)).orElseGet(this::due);
    }

    /** What the plan does not bring. */
    private Money difference() {
        return left.minus(plan.toCome());
    }

    private YearEnd credit() {
        var owed = left.negated();
        var outcome = owed.isZero() ? Outcome.EVEN : isSmall(owed) ? Outcome.CARRIED : Outcome.REFUND;
        return ended(outcome);
    }

    private YearEnd unchanged(Outcome outcome) {
        return end(outcome, plan.instalments(), plan.toCome().isZero() ? PlanClosing.YEAR_END : null);
    }

    /** Empty where what is late already is more than is left; what the bank has already comes in any case. */
    private Optional<YearEnd> reduced() {
        if (!reduced(today).total().minus(plan.paid()).equals(left)) {
            return Optional.empty();
        }
        var after = reduced(rules.firstToChange(today));
        return Optional.of(isTooLittle(after) ? withoutLast(after) : end(Outcome.REDUCED, after, null));
    }

    /** Whether what is still asked for ends with one payment below the least that there may be. */
    private boolean isTooLittle(Instalments after) {
        var last = after.all().getLast();
        return !plan.instalments().all().contains(last)
                && Instalments.howMany(last.amount(), 1, PlanDrafts.minimum(rules)) == 0;
    }

    /** That one is left to the next plan, or due with the invoice where nothing else comes. */
    private YearEnd withoutLast(Instalments after) {
        var all = after.all();
        var rest = all.getLast().amount();
        var before = new Instalments(all.subList(0, all.size() - 1));
        if (before.total().compareTo(plan.paid()) <= 0) {
            return ended(isSmall(rest) ? Outcome.CARRIED : Outcome.DUE);
        }
        return new YearEnd(left, rest, Outcome.CARRIED, before, null);
    }

    private Instalments reduced(LocalDate from) {
        return plan.instalments()
                .revised(plan.total().plus(difference()), from, plan.received(), PlanDrafts.minimum(rules));
    }

    /** Empty where the utility asks for no more payments, or they would be too small. */
    private Optional<YearEnd> extended() {
        var number = Instalments.howMany(difference(), rules.extraInstalments(), PlanDrafts.minimum(rules));
        if (number == 0) {
            return Optional.empty();
        }
        var after = plan.instalments().extended(difference(), ahead(), number, rules.firstToChange(today), plan.day());
        return Optional.of(end(Outcome.EXTRA_INSTALMENTS, after, null));
    }

    /**
     * By what is billed after the year was settled nobody loses their months: what is to come is more. Empty where the bank
     * has all of it already.
     */
    private Optional<YearEnd> raised() {
        var from = rules.firstToChange(today);
        var last = plan.payments().getLast();
        if (plan.settled() == null || last.dueOn().isBefore(from) || last.paid().isPositive()) {
            return Optional.empty();
        }
        var after = plan.instalments()
                .revised(plan.total().plus(difference()), from, plan.received(), PlanDrafts.minimum(rules));
        return Optional.of(end(Outcome.RAISED, after, null));
    }

    /** What was paid beyond the plan, and is taken off what is left already. */
    private Money ahead() {
        var beyond = plan.received().minus(plan.paid());
        return beyond.isPositive() ? beyond : Money.zero();
    }

    private YearEnd due() {
        return ended(Outcome.DUE);
    }

    /** What it was still to bring is not asked for any more. */
    private YearEnd ended(Outcome outcome) {
        return new YearEnd(left, left, outcome, plan.instalments(), PlanClosing.YEAR_END);
    }

    private YearEnd end(Outcome outcome, Instalments after, @Nullable PlanClosing closing) {
        return new YearEnd(left, difference(), outcome, after, closing);
    }

    private boolean isSmall(Money amount) {
        return amount.compareTo(Money.euros(rules.settleBelow().value())) < 0;
    }

    private static Money size(Money amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }
}
