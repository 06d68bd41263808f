package fr.ondine.platform.provider;

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

/** Has each utility's keys keep up, and forgets what programs were let do once it is over. */
@Component
class ProviderCare implements RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderCare.class);

    private final ProviderKeys keys;
    private final Authorizations authorizations;
    private final Tenants tenants;

    ProviderCare(ProviderKeys keys, Authorizations authorizations, Tenants tenants) {
        this.keys = keys;
        this.authorizations = authorizations;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "provider-care";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        tenants.all().forEach(this::look);
    }

    /** One that cannot take work now is looked after in an hour, and keeps nobody else from it. */
    private void look(TenantId tenant) {
        if (tenants.serving(tenant) != Serving.OPEN) {
            return;
        }
        try {
            TenantContext.runAs(tenant, () -> {
                keys.keepUp();
                authorizations.forgetThoseOver();
            });
        } catch (DataAccessException | TransactionException broken) {
            LOG.warn("the provider of {} is not looked after: {}", tenant, broken.getMessage());
        }
    }
}
