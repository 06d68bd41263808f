package fr.ondine.platform.tenancy;

import fr.ondine.migrations.FleetPlan;
import fr.ondine.migrations.FleetProgress;
import fr.ondine.migrations.FleetReport;
import fr.ondine.migrations.OndineDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * Brings the fleet to this release from a process that does nothing else, before or beside those that serve: it needs
 * the owner's way to the database and no more. Not part of a platform that serves, which has its own.
 */
@EnableConfigurationProperties(DatabaseSettings.class)
@Import(OwnerConnections.class)
public class FleetRelease {

    private final OndineDatabase database;
    private final DatabaseSettings settings;

    FleetRelease(DatabaseSettings settings, OwnerConnections owner) {
        this.settings = settings;
        this.database = new OndineDatabase(owner.pool());
    }

    /** What would be done, for one utility or for all; changes nothing, not even an empty database. */
    public FleetPlan plan(@Nullable String slug) {
        return slug == null ? database.plan() : database.plan(slug);
    }

    /** Does it, and writes down in whose name unless there was nothing to do. Nodes that serve notice by themselves. */
    public FleetReport migrate(@Nullable String slug, String by, FleetProgress.Listener progress) {
        database.bootstrap(settings.appPassword());
        return slug == null ? all(by, progress) : one(slug, by, progress);
    }

    private FleetReport all(String by, FleetProgress.Listener progress) {
        var report = database.migrateAll(progress);
        if (!report.outcomes().isEmpty()) {
            var detail = "%d migrated, %d failed"
                    .formatted(report.migrated().size(), report.failures().size());
            database.audit(by, "fleet migrated", "", detail);
        }
        return report;
    }

    private FleetReport one(String slug, String by, FleetProgress.Listener progress) {
        var report = database.migrate(slug, progress);
        database.audit(by, "migrated", slug, "");
        return report;
    }
}
