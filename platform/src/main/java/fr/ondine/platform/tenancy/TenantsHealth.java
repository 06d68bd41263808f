package fr.ondine.platform.tenancy;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * A node is ready as soon as one utility can be served, and while the main database answers; utilities that wait or failed
 * have a page that says so.
 */
@Component("tenantsHealthIndicator")
class TenantsHealth implements HealthIndicator {

    private final Tenants tenants;
    private final FleetMigration migration;
    private final RegistryReader registry;

    TenantsHealth(Tenants tenants, FleetMigration migration, RegistryReader registry) {
        this.tenants = tenants;
        this.migration = migration;
        this.registry = registry;
    }

    @Override
    public Health health() {
        return registry.isThere()
                ? of(tenants.count(), migration.isUnderWay())
                : Health.outOfService().withDetail("database", "away").build();
    }

    static Health of(Tenants.Count count, boolean isMigrating) {
        var isEarly = count.registered() > 0 && count.open() == 0 && isMigrating;
        return Health.status(isEarly ? Status.OUT_OF_SERVICE : Status.UP)
                .withDetail("utilities", count.registered())
                .withDetail("open", count.open())
                .build();
    }
}
