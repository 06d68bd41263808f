package fr.ondine.platform.customers;

import fr.ondine.platform.tenancy.RecurringJob;
import fr.ondine.platform.tenancy.Serving;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells both of what has ended by itself; it opened nothing any more since its last day was over. */
@Component
class EndedDelegationsRound implements RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(EndedDelegationsRound.class);

    private final Delegations delegations;
    private final Tenants tenants;

    EndedDelegationsRound(Delegations delegations, Tenants tenants) {
        this.delegations = delegations;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "tell-of-ended-delegations";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        tenants.all().forEach(this::tell);
    }

    /** One that cannot take work now is asked again in an hour, and keeps nobody else from it. */
    private void tell(TenantId tenant) {
        if (tenants.serving(tenant) != Serving.OPEN) {
            return;
        }
        try {
            TenantContext.runAs(tenant, () -> {
                while (delegations.tellOfOver()) {
                    Thread.onSpinWait();
                }
            });
        } catch (DataAccessException | TransactionException broken) {
            LOG.warn("{} tells nobody of ended delegations: {}", tenant, broken.getMessage());
        }
    }
}
