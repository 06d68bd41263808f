package fr.ondine.platform.payments.stripe;

import fr.ondine.platform.tenancy.Jobs;
import fr.ondine.platform.tenancy.RecurringJob;
import fr.ondine.platform.tenancy.Serving;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Every hour has each utility that takes cards ask for {@link LostStripeEvents}. */
@Component
class LostStripeEventsRound implements RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(LostStripeEventsRound.class);

    private final StripeAccounts accounts;
    private final Tenants tenants;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LostStripeEventsRound(
            StripeAccounts accounts, Tenants tenants, Jobs jobs, TransactionTemplate transaction, Clock clock) {
        this.accounts = accounts;
        this.tenants = tenants;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "look-for-lost-stripe-events";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        accounts.slugs()
                .forEach(slug -> tenants.find(slug).filter(this::takesWork).ifPresent(this::handOver));
    }

    private boolean takesWork(TenantId tenant) {
        return EnumSet.of(Serving.OPEN, Serving.SUSPENDED).contains(tenants.serving(tenant));
    }

    /** One that cannot take work now is asked again in an hour, and keeps nobody else from it. */
    private void handOver(TenantId tenant) {
        try {
            TenantContext.runAs(
                    tenant,
                    () -> transaction.executeWithoutResult(
                            status -> jobs.enqueue(LostStripeEvents.NAME, UUID.randomUUID(), clock.instant())));
        } catch (DataAccessException | TransactionException broken) {
            LOG.warn("{} does not ask for lost events: {}", tenant, broken.getMessage());
        }
    }
}
