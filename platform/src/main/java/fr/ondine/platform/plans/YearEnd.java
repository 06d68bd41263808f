package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.Money;
import fr.ondine.tenantconfig.InstalmentRules;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the rules make of the difference between what a plan brings and what its year cost (régularisation).
 *
 * @param left owed by the agreement, also what the plan is still to bring, but nothing that is asked for beside it; negative
 *     where it is owed
 * @param difference what of it the plan does not bring; negative where it brings too much
 * @param after the dates and amounts from now on
 * @param closing why the plan ends by that; null where it goes on until all is paid
 */
public record YearEnd(
        Money left,
        Money difference,
        Outcome outcome,
        Instalments after,
        @Nullable PlanClosing closing) {

    /** What is done about the difference. */
    public enum Outcome {
        EVEN,
        /** Too little for a payment: it is left for the next plan. */
        CARRIED,
        REFUND,
        /** It is paid by some more payments. */
        EXTRA_INSTALMENTS,
        /** The payments to come are less. */
        REDUCED,
        /** The payments to come are more, where none may be added to those of a year that was settled. */
        RAISED,
        /** All of it with the invoice. */
        DUE
    }

    static YearEnd of(Plan plan, Money left, InstalmentRules rules, LocalDate today) {
        return new YearEndRules(plan, left, rules, today).yearEnd();
    }

    /** Of an agreement that is over: there is no next plan that anything could be left to. */
    static YearEnd ofMoveOut(Plan plan, Money left) {
        var outcome = left.isZero() ? Outcome.EVEN : left.isNegative() ? Outcome.REFUND : Outcome.DUE;
        return new YearEnd(left, left, outcome, plan.instalments(), PlanClosing.MOVE_OUT);
    }

    /** Whether it takes something off what the plan is still to bring, or gives something back. */
    boolean asksLessThan(Plan plan) {
        return refund().isPositive()
                || (outcome == Outcome.REDUCED || outcome == Outcome.CARRIED) && !after.equals(plan.instalments())
                || closing != null && plan.toCome().compareTo(left.isPositive() ? left : Money.zero()) > 0;
    }

    /** What is given back; nothing where nothing is. */
    Money refund() {
        return outcome == Outcome.REFUND ? left.negated() : Money.zero();
    }
}
