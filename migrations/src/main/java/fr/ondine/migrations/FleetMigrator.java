package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Migrates tenants side by side, each in a transaction of its own; what fails for one stops no other. */
final class FleetMigrator {

    private static final Logger log = LoggerFactory.getLogger(FleetMigrator.class);

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
            return Registry.behind(schemas.version(), connection);
        }
    }

    FleetReport migrate(Collection<String> slugs) {
        if (slugs.isEmpty()) {
            return new FleetReport(List.of());
        }
        var tasks =
                slugs.stream().distinct().map(TenantSchema::new).map(this::task).toList();
        try (var workers = Executors.newFixedThreadPool(Math.min(AT_ONCE, tasks.size()))) {
            var outcomes = new ArrayList<TenantOutcome>();
            for (Future<TenantOutcome> outcome : workers.invokeAll(tasks)) {
                outcomes.add(outcome.get());
            }
            return new FleetReport(outcomes);
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

    private Callable<TenantOutcome> task(TenantSchema tenant) {
        return () -> attempt(tenant);
    }

    private TenantOutcome attempt(TenantSchema tenant) {
        try (var connection = owner.getConnection()) {
            migrate(tenant, connection);
            return new TenantOutcome(tenant.slug(), null);
        } catch (SQLException | MigrationFailed e) {
            log.error("Tenant {} keeps its version of the schema", tenant.slug(), e);
            return failed(tenant, String.valueOf(e.getMessage()));
        }
    }

    private void migrate(TenantSchema tenant, Connection connection) throws SQLException {
        try (var _ = AdvisoryLock.on(tenant.name(), connection)) {
            Registry.add(tenant, connection);
            if (!Registry.isAt(schemas.version(), tenant, connection)) {
                Registry.provisioning(tenant, connection);
                bringUpToDate(tenant, connection);
            }
        }
    }

    /** Uses a new connection: the failure may be that the other one is lost. */
    private TenantOutcome failed(TenantSchema tenant, String reason) {
        try (var connection = owner.getConnection()) {
            Registry.failed(tenant, reason, connection);
        } catch (SQLException e) {
            log.error("The failure of tenant {} could not be recorded", tenant.slug(), e);
        }
        return new TenantOutcome(tenant.slug(), reason);
    }

    private void bringUpToDate(TenantSchema tenant, Connection connection) throws SQLException {
        var expected = schemas.expected(connection);
        var script = schemas.scriptFor(tenant, connection);
        Transaction.run(connection, () -> {
            schemas.migrate(tenant, script, connection);
            var fingerprint = schemas.verify(tenant, expected, connection);
            Registry.ready(tenant, schemas.changelog(), fingerprint.digest(), connection);
        });
    }
}
