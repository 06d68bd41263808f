package fr.ondine.platform.audit;

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

/** Notes once a day how far each utility's trail is, so that no more than a day can be cut off unnoticed. */
@Component
class WitnessTrails implements RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessTrails.class);

    private final AuditChain chain;
    private final Tenants tenants;

    WitnessTrails(AuditChain chain, Tenants tenants) {
        this.chain = chain;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "witness-audit-trails";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    /** One utility after the other; what fails for one is tried again the next day. */
    @Override
    public void run() {
        tenants.all().forEach(this::witness);
    }

    private void witness(TenantId tenant) {
        if (tenants.serving(tenant) != Serving.OPEN) {
            return;
        }
        try {
            TenantContext.runAs(tenant, chain::witness);
        } catch (DataAccessException | TransactionException failed) {
            LOG.warn("the audit trail of {} was not witnessed: {}", tenant, failed.getMessage());
        }
    }
}
