package fr.ondine.platform.tenancy;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** A node is ready as soon as one utility can be served; those that wait or failed have a page that says so. */
@Component("tenantsHealthIndicator")
class TenantsHealth implements HealthIndicator {

    private final Tenants tenants;
    private final FleetMigration migration;

    TenantsHealth(Tenants tenants, FleetMigration migration) {
        this.tenants = tenants;
        this.migration = migration;
    }

    @Override
    public Health health() {
        var count = tenants.count();
        var isEarly = count.registered() > 0 && count.open() == 0 && migration.isUnderWay();
        return Health.status(isEarly ? Status.OUT_OF_SERVICE : Status.UP)
                .withDetail("utilities", count.registered())
                .withDetail("open", count.open())
                .build();
    }
}
