package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Migrates one tenant after the other, on one connection for as long as it is good: each new one costs the server more. */
final class FleetWorker implements Callable<Void> {

    private static final Logger log = LoggerFactory.getLogger(FleetWorker.class);

    private final DataSource owner;
    private final TenantSchemas schemas;
    private final FleetQueue queue;
    private @Nullable Connection connection;

    FleetWorker(DataSource owner, TenantSchemas schemas, FleetQueue queue) {
        this.owner = owner;
        this.schemas = schemas;
        this.queue = queue;
    }

    /** Works until nothing waits, or until it is interrupted between two tenants. */
    @Override
    public @Nullable Void call() {
        try {
            for (var next = queue.next();
                    next.isPresent() && !Thread.currentThread().isInterrupted();
                    next = queue.next()) {
                var begun = System.nanoTime();
                queue.done(next.get(), attempt(next.get()), begun);
            }
            return null;
        } finally {
            letGo();
        }
    }

    private @Nullable String attempt(TenantSchema tenant) {
        try {
            migrate(tenant, connection());
            return null;
        } catch (SQLException | MigrationFailed e) {
            log.error("Tenant {} keeps its version of the schema", tenant.slug(), e);
            letGo(); // the failure may be that it is lost
            var reason = String.valueOf(e.getMessage());
            record(tenant, reason);
            return reason;
        }
    }

    private void migrate(TenantSchema tenant, Connection connection) throws SQLException {
        try (var _ = AdvisoryLock.on(tenant.name(), connection)) {
            var standing = Registry.standing(schemas.changelog(), tenant, connection);
            if (!standing.served()) {
                Registry.provisioning(tenant, connection);
            }
            if (!standing.there()) {
                refuseMoving(tenant, standing);
                bringUpToDate(tenant, connection);
            }
        }
    }

    /** Whether its schema here is the one to be served is known when the move has ended. */
    private static void refuseMoving(TenantSchema tenant, Registry.Standing standing) {
        if (standing.moving()) {
            throw new MigrationFailed(tenant.slug() + " is being moved to another database");
        }
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

    private void record(TenantSchema tenant, String reason) {
        try {
            Registry.failed(tenant, reason, connection());
        } catch (SQLException e) {
            log.error("The failure of tenant {} could not be recorded", tenant.slug(), e);
            letGo();
        }
    }

    private Connection connection() throws SQLException {
        var open = connection;
        if (open == null) {
            open = owner.getConnection();
            connection = open;
        }
        return open;
    }

    private void letGo() {
        try (var _ = connection) {
            connection = null;
        } catch (SQLException e) {
            log.debug("A connection was lost", e);
        }
    }
}
