package fr.ondine.platform.notifications;

import fr.ondine.platform.tenancy.OpenTenants;
import fr.ondine.platform.tenancy.RecurringJob;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Once a day, in the morning of each utility, has it tell of what is due soon. */
@Component
class DueSoonEachDay implements RecurringJob {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final TellOfDueSoon dueSoon;
    private final OpenTenants open;
    private final Tenants tenants;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DueSoonEachDay(
            TellOfDueSoon dueSoon, OpenTenants open, Tenants tenants, TransactionTemplate transaction, Clock clock) {
        this.dueSoon = dueSoon;
        this.open = open;
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
        open.each(this, () -> {
            if (tenants.current().invoiceMails().isOn() && !LocalTime.now(clock).isBefore(MORNING)) {
                transaction.executeWithoutResult(status -> dueSoon.begin());
            }
        });
    }
}
