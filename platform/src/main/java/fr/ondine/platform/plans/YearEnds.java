package fr.ondine.platform.plans;

import fr.ondine.platform.receivables.Debts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what is to be done about a plan whose year is billed. */
@Component
class YearEnds {

    private final PlanStore store;
    private final PlanDrafts drafts;
    private final Debts debts;
    private final Clock clock;

    YearEnds(PlanStore store, PlanDrafts drafts, Debts debts, Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.debts = debts;
        this.clock = clock;
    }

    /** Empty while nothing was billed by a reading since the plan began, or where no rules say what to do. */
    Optional<YearEnd> of(Plan plan) {
        return drafts.rules()
                .filter(rules -> plan.isRunning() && store.isBilledSince(plan.agreement(), plan.agreedOn()))
                .map(rules -> YearEnd.of(
                        debts.of(plan.agreement()).due(),
                        rules,
                        plan.day(),
                        LocalDate.now(clock).plusDays(rules.cutOffDays())));
    }
}
