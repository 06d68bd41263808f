package fr.ondine.migrations;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Migrates tenants side by side, each in a transaction of its own; what fails for one stops no other. */
final class FleetMigrator {

    private static final int AT_ONCE = 4;

    private final DataSource owner;
    private final TenantSchemas schemas;

    FleetMigrator(DataSource owner, Changelog changelog) {
        this.owner = owner;
        this.schemas = new TenantSchemas(changelog);
    }

    /** The tenants that are not up to date, in one query. */
    List<String> behind() throws SQLException {
        try (var connection = owner.getConnection()) {
            return Registry.behind(schemas.changelog(), connection).stream()
                    .map(Registry.Behind::slug)
                    .toList();
        }
    }

    FleetReport migrate(Collection<String> slugs) {
        return migrate(slugs, FleetProgress.Listener.NOBODY);
    }

    FleetReport migrate(Collection<String> slugs, FleetProgress.Listener listener) {
        var begun = System.nanoTime();
        var queue = new FleetQueue(slugs, listener);
        if (queue.total() > 0) {
            run(queue);
        }
        return new FleetReport(queue.outcomes(), FleetQueue.millisecondsSince(begun));
    }

    private void run(FleetQueue queue) {
        var tasks = Stream.generate(() -> new FleetWorker(owner, schemas, queue))
                .limit(Math.min(AT_ONCE, queue.total()))
                .toList();
        try (var workers = Executors.newFixedThreadPool(tasks.size())) {
            for (var worker : workers.invokeAll(tasks)) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationFailed("interrupted", e);
        } catch (ExecutionException e) {
            throw new MigrationFailed("the fleet could not be migrated", e);
        }
    }

    /** How many distinct scripts Liquibase wrote so far. */
    int scriptsWritten() {
        return schemas.scriptsWritten();
    }
}
