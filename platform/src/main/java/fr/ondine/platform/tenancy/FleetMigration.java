package fr.ondine.platform.tenancy;

import fr.ondine.migrations.Clusters;
import fr.ondine.migrations.FleetProgress;
import fr.ondine.migrations.MigrationFailed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Brings the fleet up to date beside a process that serves already: who is ready is served, whoever fails stays alone. */
@Component
class FleetMigration implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FleetMigration.class);

    private final Clusters clusters;
    private final DatabaseSettings settings;
    private volatile @Nullable Thread running;

    FleetMigration(Clusters clusters, DatabaseSettings settings) {
        this.clusters = clusters;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (settings.migrateOnStart() && settings.migrateFleetOnStart()) {
            running = Thread.ofVirtual().name("fleet-migration").start(this::migrate);
        }
    }

    /** What is under way is rolled back by the server; the next start takes it up. */
    @Override
    public void stop() {
        var thread = running;
        if (thread != null) {
            thread.interrupt();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** Whether utilities are still being brought up to date here. */
    boolean isUnderWay() {
        var thread = running;
        return thread != null && thread.isAlive();
    }

    private void migrate() {
        try {
            var report = clusters.migrateAll(FleetProgress.Listener.NOBODY);
            LOG.info(
                    "{} utilities migrated, {} failed",
                    report.migrated().size(),
                    report.failures().size());
        } catch (MigrationFailed failed) {
            LOG.error("the fleet was not migrated", failed);
        }
    }
}
