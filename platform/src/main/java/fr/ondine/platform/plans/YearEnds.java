package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Debt;
import fr.ondine.platform.receivables.Debts;
import fr.ondine.platform.receivables.OpenReceivable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what is to be done about a plan whose year, or whose agreement's end, is billed. */
@Component
class YearEnds {

    /** Of which readings are billed: about a year, whoever reads it a little sooner; and not three quarters of one. */
    private static final int DAYS_OF_A_YEAR = 300;

    private final SettlementStore store;
    private final PlanDrafts drafts;
    private final Debts debts;
    private final Clock clock;

    YearEnds(SettlementStore store, PlanDrafts drafts, Debts debts, Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.debts = debts;
        this.clock = clock;
    }

    /**
     * Empty while nothing was billed by a reading since the plan began, or while a payment is on its way of which nobody
     * knows yet whether it arrives. What is settled is settled once more where something else is owed by now than it still
     * asks: less, or more while payments are to come.
     */
    Optional<YearEnd> of(Plan plan) {
        var debt = debts.of(plan.agreement());
        if (!plan.isRunning() || debt.isBeingPaid()) {
            return Optional.empty();
        }
        var billed = store.billed(plan.agreement(), plan.agreedOn());
        if (billed.isOver()) {
            return Optional.of(YearEnd.ofMoveOut(plan, debt.due()));
        }
        return drafts.rules()
                .filter(rules -> billed.isAny())
                .map(rules -> YearEnd.of(plan, debt.due().minus(beside(plan, debt)), rules, LocalDate.now(clock)))
                .filter(end -> plan.settled() == null || end.asksLessThan(plan) || isMore(plan, end));
    }

    /** What was left for the next plan is known; once a plan is paid, what is billed is asked for by itself. */
    private boolean isMore(Plan plan, YearEnd end) {
        var more = end.left().minus(plan.toCome());
        return plan.toCome().isPositive() && more.isPositive() && more.compareTo(store.carriedBy(plan.id())) > 0;
    }

    /** What is asked for by itself of invoices that no plan pays, as of a service: the plan would ask for it once more. */
    private Money beside(Plan plan, Debt debt) {
        var planned = store.planned(plan);
        return debt.open().stream()
                .filter(open -> open.left().isPositive() && !planned.contains(open.id()))
                .map(OpenReceivable::left)
                .reduce(Money.zero(), Money::plus);
    }

    /**
     * The same, where nobody has to decide that it is time: a whole year is billed, staff have settled a shorter one, or the
     * agreement is over.
     */
    Optional<YearEnd> ripe(Plan plan) {
        var billed = store.billed(plan.agreement(), plan.agreedOn());
        var isSettledSooner = plan.settled() != null && !billed.isTakenBack();
        return billed.isOver() || billed.days() >= DAYS_OF_A_YEAR || isSettledSooner ? of(plan) : Optional.empty();
    }
}
