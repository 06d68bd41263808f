package fr.ondine.platform.plans;

import fr.ondine.platform.receivables.Debts;
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

    /** Empty while nothing was billed by a reading since the plan began, or where it is settled already. */
    Optional<YearEnd> of(Plan plan) {
        if (!plan.isRunning()) {
            return Optional.empty();
        }
        var billed = store.billed(plan.agreement(), plan.agreedOn());
        if (billed.isOver()) {
            return Optional.of(
                    YearEnd.ofMoveOut(plan, debts.of(plan.agreement()).due()));
        }
        return drafts.rules()
                .filter(rules -> plan.settled() == null && billed.isAny())
                .map(rules -> YearEnd.of(plan, debts.of(plan.agreement()).due(), rules, LocalDate.now(clock)));
    }

    /** The same, where nobody has to decide that it is time: a whole year is billed, or the agreement is over. */
    Optional<YearEnd> ripe(Plan plan) {
        var billed = store.billed(plan.agreement(), plan.agreedOn());
        return billed.isOver() || billed.days() >= DAYS_OF_A_YEAR ? of(plan) : Optional.empty();
    }
}
