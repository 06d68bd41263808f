package fr.ondine.platform.personaldata;

import fr.ondine.platform.tenancy.RecurringJob;
import fr.ondine.platform.tenancy.Serving;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Once a night, while each utility sleeps, has it remove what it has kept long enough. */
@Component
class RemoveEachNight implements RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(RemoveEachNight.class);
    private static final int HOUR = 3;

    private final Retention retention;
    private final Tenants tenants;
    private final Clock clock;

    RemoveEachNight(Retention retention, Tenants tenants, Clock clock) {
        this.retention = retention;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "remove-what-is-over-each-night";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(50); // so that no night goes by without one
    }

    @Override
    public void run() {
        tenants.all().forEach(this::remove);
    }

    /** One that cannot is asked again the next night, and keeps nobody else from it. */
    private void remove(TenantId tenant) {
        if (tenants.serving(tenant) != Serving.OPEN) {
            return;
        }
        try {
            TenantContext.runAs(tenant, () -> {
                if (LocalTime.now(clock).getHour() == HOUR) {
                    retention.remove();
                }
            });
        } catch (DataAccessException | TransactionException broken) {
            LOG.warn("{} removes nothing of what is over: {}", tenant, broken.getMessage());
        }
    }
}
