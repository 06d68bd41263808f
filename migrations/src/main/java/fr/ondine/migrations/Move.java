package fr.ondine.migrations;

import fr.ondine.migrations.MoveRefused.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Takes a utility from one cluster to another. Its tables are locked against writing while they are copied and compared,
 * its jobs are not fetched from the moment that the registry says that it moves; one statement in the registry decides.
 */
final class Move {

    private final Map<String, DataSource> owners;
    private final TenantSchemas schemas;
    private final Connection registry;
    private final MovePatience patience;
    private final MoveStep.Listener listener;

    Move(
            Map<String, DataSource> owners,
            TenantSchemas schemas,
            Connection registry,
            MovePatience patience,
            MoveStep.Listener listener) {
        this.owners = owners;
        this.schemas = schemas;
        this.registry = registry;
        this.patience = patience;
        this.listener = listener;
    }

    MoveReport run(TenantSchema tenant, String to, String by) throws SQLException {
        var slug = tenant.slug();
        var from = check(tenant, to);
        prepare(to);
        var begun = System.nanoTime();
        announce(slug, from, to, by);
        waitForRest(tenant, from);
        listener.at(MoveStep.COPYING, slug);
        var copied = take(tenant, from, to, by);
        listener.at(MoveStep.SWITCHED, to);
        new MoveRecovery(owners, schemas, registry, patience.silence()).settle(slug);
        var closed = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        listener.at(MoveStep.DONE, to);
        return new MoveReport(slug, from, to, copied.tables(), copied.rows(), copied.jobs(), closed);
    }

    private String check(TenantSchema tenant, String to) throws SQLException {
        var home = ClusterRegistry.homeOf(tenant.slug(), registry)
                .orElseThrow(() -> new MoveRefused(Reason.NOT_IN_SERVICE, tenant.slug()));
        refuseIf(home.cluster().equals(to), Reason.ALREADY_THERE, to);
        refuseIf(!home.state().hasSchema(), Reason.NOT_IN_SERVICE, tenant.slug());
        refuseIf(!schemas.changelog().version().equals(home.schemaVersion()), Reason.BEHIND, tenant.slug());
        refuseIf(!owners.containsKey(home.cluster()), Reason.UNKNOWN_CLUSTER, home.cluster());
        refuseOlderCopy(tenant, home.cluster());
        refuseOlderCopy(tenant, to);
        try (var there = owner(to).getConnection()) {
            refuseTaken(tenant, there);
        }
        return home.cluster();
    }

    /** What a cluster has of a utility is in one schema: beside a closed one there is no other. */
    private void refuseOlderCopy(TenantSchema tenant, String cluster) throws SQLException {
        try (var connection = owner(cluster).getConnection()) {
            refuseIf(TenantSchemas.exists(tenant.nameWhenClosed(), connection), Reason.OLDER_COPY, cluster);
        }
    }

    /** A copy that a move left which was cut off is ours to remove, and nothing else of that name is. */
    private static void refuseTaken(TenantSchema tenant, Connection there) throws SQLException {
        refuseIf(
                TenantSchemas.exists(tenant.name(), there) && !TenantSchemas.isMarked(tenant, there),
                Reason.TAKEN_THERE,
                tenant.slug());
    }

    /** What can be found out before nobody may write is found out before. */
    private void prepare(String to) throws SQLException {
        try (var there = owner(to).getConnection()) {
            schemas.scriptFromEmpty(there);
            schemas.expected(there);
        }
    }

    private void announce(String slug, String from, String to, String by) throws SQLException {
        Transaction.run(registry, () -> {
            ClusterRegistry.announce(slug, to, registry);
            Registry.audit(by, "move begun", slug, from + " to " + to, registry);
        });
        if (!from.equals(Clusters.MAIN)) {
            try (var here = owner(from).getConnection()) {
                ClusterRegistry.announce(slug, to, here);
            }
        }
        listener.at(MoveStep.ANNOUNCED, to);
    }

    private void waitForRest(TenantSchema tenant, String from) throws SQLException {
        try (var here = owner(from).getConnection()) {
            var rest = new UtilityRest(tenant, here, patience.quiet());
            refuseIf(!rest.comesWithin(patience.atMost()), Reason.STILL_AT_WORK, tenant.slug());
        }
    }

    /** Migrators of either side wait until the registry has decided. */
    private MoveCopy.Copied take(TenantSchema tenant, String from, String to, String by) throws SQLException {
        try (var here = owner(from).getConnection();
                var there = owner(to).getConnection();
                var _ = AdvisoryLock.on(tenant.name(), here);
                var _ = AdvisoryLock.on(tenant.name(), there)) {
            var copied = copy(tenant, to, here, there);
            refuseIf(MoveCopy.jobs(tenant, here) != copied.jobs(), Reason.STILL_AT_WORK, tenant.slug());
            listener.at(MoveStep.CLOSED, from);
            Transaction.run(registry, () -> {
                ClusterRegistry.switchTo(tenant.slug(), to, registry);
                Registry.audit(by, "moved", tenant.slug(), from + " to " + to, registry);
            });
            return copied;
        }
    }

    /**
     * The copy is committed while the original is still locked; then the original is closed, locked until it is. It is
     * closed only by the registry's word, and who gives this move up after that waits for the lock of the tenant.
     */
    private MoveCopy.Copied copy(TenantSchema tenant, String to, Connection here, Connection there)
            throws SQLException {
        clear(tenant, to, there);
        var script = schemas.scriptFromEmpty(there);
        var expected = schemas.expected(there);
        var tables = TenantTables.of(tenant, here);
        var copied = new MoveCopy.Copied[1];
        Transaction.run(here, () -> {
            var snapshot = MoveCopy.locked(tenant, tables, patience.locks(), here);
            ClusterRegistry.refuseGivenUp(tenant.slug(), to, registry);
            Transaction.run(there, () -> {
                schemas.create(tenant, script, there);
                schemas.migrate(tenant, "", there);
                schemas.verify(tenant, expected, there);
                TenantSchemas.mark(tenant, there);
                copied[0] = pump(new MoveCopy(tenant, listener), snapshot, here, there);
                arrive(tenant, to, there);
            });
            listener.at(MoveStep.ARRIVED, tenant.slug());
            ClusterRegistry.refuseGivenUp(tenant.slug(), to, registry);
            TenantSchemas.close(tenant, here);
        });
        return Objects.requireNonNull(copied[0]);
    }

    private void arrive(TenantSchema tenant, String to, Connection there) throws SQLException {
        if (!to.equals(Clusters.MAIN)) {
            ClusterRegistry.arrive(tenant.slug(), registry, there);
        }
    }

    private static void clear(TenantSchema tenant, String to, Connection there) throws SQLException {
        refuseTaken(tenant, there);
        Transaction.run(there, () -> {
            TenantSchemas.dropSchema(tenant, there);
            ClusterRegistry.forget(tenant.slug(), to, there);
        });
    }

    private static MoveCopy.Copied pump(MoveCopy copy, SchemaSnapshot snapshot, Connection here, Connection there)
            throws SQLException {
        try {
            return copy.run(snapshot, here, there);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseIf(boolean holds, Reason reason, String detail) {
        if (holds) {
            throw new MoveRefused(reason, detail);
        }
    }

    private DataSource owner(String cluster) {
        return Objects.requireNonNull(owners.get(cluster), cluster);
    }
}
