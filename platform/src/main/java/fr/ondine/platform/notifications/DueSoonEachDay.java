package fr.ondine.platform.notifications;

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
import org.springframework.transaction.support.TransactionTemplate;

/** Once a day, in the morning of each utility, has it tell of what is due soon. */
@Component
class DueSoonEachDay implements RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(DueSoonEachDay.class);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final TellOfDueSoon dueSoon;
    private final Tenants tenants;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DueSoonEachDay(TellOfDueSoon dueSoon, Tenants tenants, TransactionTemplate transaction, Clock clock) {
        this.dueSoon = dueSoon;
        this.tenants = tenants;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tell-of-due-soon-each-day";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        tenants.all().forEach(this::begin);
    }

    /** One that cannot take work now is asked again in an hour, and keeps nobody else from it. */
    private void begin(TenantId tenant) {
        if (tenants.serving(tenant) != Serving.OPEN
                || !tenants.of(tenant).invoiceMails().isOn()) {
            return;
        }
        try {
            TenantContext.runAs(tenant, () -> {
                if (!LocalTime.now(clock).isBefore(MORNING)) {
                    transaction.executeWithoutResult(status -> dueSoon.begin());
                }
            });
        } catch (DataAccessException | TransactionException broken) {
            LOG.warn("{} tells nobody of what is due soon: {}", tenant, broken.getMessage());
        }
    }
}
