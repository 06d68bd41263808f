package fr.ondine.platform.plans;

import fr.ondine.platform.receivables.BalancesMoved;
import fr.ondine.platform.tenancy.Jobs;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantJob;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a plan settled soon after its year, or the end of its agreement, is billed: whoever bills waits for none of them. */
@Component
class SettlePlan implements TenantJob {

    static final String NAME = "settle-plan";

    private final SettlementStore store;
    private final Settlements settlements;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SettlePlan(
            SettlementStore store, Settlements settlements, Jobs jobs, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.settlements = settlements;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void on(BalancesMoved event) {
        if (TenantContext.current().equals(event.tenant())) {
            store.touched(event.agreements()).forEach(plan -> jobs.enqueue(NAME, plan.value(), clock.instant()));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(UUID plan) {
        transaction.executeWithoutResult(status -> settlements.settle(new PlanId(plan)));
    }
}
