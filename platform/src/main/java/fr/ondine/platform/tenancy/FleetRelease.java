package fr.ondine.platform.tenancy;

import fr.ondine.migrations.Clusters;
import fr.ondine.migrations.FleetPlan;
import fr.ondine.migrations.FleetProgress;
import fr.ondine.migrations.FleetReport;
import fr.ondine.migrations.OndineDatabase;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * Brings the fleet to this release from a process that does nothing else, before or beside those that serve: it needs
 * the owner's way to the database and no more. Not part of a platform that serves, which has its own.
 */
@EnableConfigurationProperties({DatabaseSettings.class, ClusterSettings.class})
@Import(OwnerConnections.class)
public class FleetRelease {

    private final OndineDatabase database;
    private final Clusters clusters;
    private final DatabaseSettings settings;
    private final ClusterSettings others;

    FleetRelease(DatabaseSettings settings, ClusterSettings others, OwnerConnections owner) {
        this.settings = settings;
        this.others = others;
        this.database = new OndineDatabase(owner.pool());
        this.clusters = new Clusters(database, others.owners());
    }

    /** What would be done on every cluster, for one utility or for all; changes nothing, not even an empty database. */
    public FleetPlan plan(@Nullable String slug) {
        return slug == null ? clusters.plan() : clusters.plan(slug);
    }

    /**
     * Does it, and writes down in whose name unless there was nothing to do. Nodes that serve notice by themselves. Who
     * lives on a cluster that is away has failed; the others go on.
     */
    public FleetReport migrate(@Nullable String slug, String by, FleetProgress.Listener progress) {
        database.bootstrap(settings.appPassword());
        var outOfOrder = clusters.bootstrap(others.appPasswords());
        return slug == null ? all(outOfOrder, by, progress) : one(slug, by, progress);
    }

    private FleetReport all(Map<String, String> outOfOrder, String by, FleetProgress.Listener progress) {
        var report = clusters.migrateAll(outOfOrder, progress);
        if (!report.outcomes().isEmpty()) {
            var detail = "%d migrated, %d failed"
                    .formatted(report.migrated().size(), report.failures().size());
            database.audit(by, "fleet migrated", "", detail);
        }
        return report;
    }

    private FleetReport one(String slug, String by, FleetProgress.Listener progress) {
        var report = clusters.migrate(slug, progress);
        database.audit(by, "migrated", slug, "");
        return report;
    }
}
