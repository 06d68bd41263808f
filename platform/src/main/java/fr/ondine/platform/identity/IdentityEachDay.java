package fr.ondine.platform.identity;

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

/** Once a day, has each utility write to those who cannot come in any more. */
@Component
class IdentityEachDay implements RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityEachDay.class);

    private final ClosedDoor closed;
    private final Tenants tenants;

    IdentityEachDay(ClosedDoor closed, Tenants tenants) {
        this.closed = closed;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "identity-each-day";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    /** What fails for one utility is tried again the next day, and keeps no other from it. */
    @Override
    public void run() {
        tenants.all().stream()
                .filter(tenant -> tenants.serving(tenant) == Serving.OPEN)
                .forEach(this::run);
    }

    private void run(TenantId tenant) {
        try {
            TenantContext.runAs(tenant, () -> {
                while (closed.tell() == ClosedDoor.AT_ONCE) {
                    // each portion is told for good before the next
                }
            });
        } catch (DataAccessException | TransactionException broken) {
            LOG.warn("{} told nobody that they cannot come in: {}", tenant, broken.getMessage());
        }
    }
}
