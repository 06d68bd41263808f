package fr.ondine.migrations;

import fr.ondine.migrations.MoveRefused.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
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
    private final MoveStep.Listener listener;

    Move(Map<String, DataSource> owners, TenantSchemas schemas, Connection registry, MoveStep.Listener listener) {
        this.owners = owners;
        this.schemas = schemas;
        this.registry = registry;
        this.listener = listener;
    }

    MoveReport run(TenantSchema tenant, String to, String by, Duration patience) throws SQLException {
        var slug = tenant.slug();
        var from = check(tenant, to);
        var begun = System.nanoTime();
        announce(slug, from, to, by);
        if (!new Transfers(owner(from), OndineDatabase.TENANT).restsWithin(slug, patience)) {
            throw new MoveRefused(Reason.STILL_AT_WORK, slug);
        }
        listener.at(MoveStep.COPYING, slug);
        MoveCopy.Copied copied;
        try (var here = owner(from).getConnection();
                var there = owner(to).getConnection();
                var _ = AdvisoryLock.on(tenant.name(), here);
                var _ = AdvisoryLock.on(tenant.name(), there)) {
            copied = copy(tenant, to, here, there);
        }
        listener.at(MoveStep.CLOSED, from);
        Transaction.run(registry, () -> {
            ClusterRegistry.switchTo(slug, to, registry);
            Registry.audit(by, "moved", slug, from + " to " + to, registry);
        });
        listener.at(MoveStep.SWITCHED, to);
        new MoveRecovery(owners, schemas, registry).settle(slug);
        var closed = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        listener.at(MoveStep.DONE, to);
        return new MoveReport(slug, from, to, copied.tables(), copied.rows(), copied.jobs(), closed);
    }

    private String check(TenantSchema tenant, String to) throws SQLException {
        var home = ClusterRegistry.homeOf(tenant.slug(), registry)
                .orElseThrow(() -> new MoveRefused(Reason.NOT_IN_SERVICE, tenant.slug()));
        refuseIf(home.cluster().equals(to), Reason.ALREADY_THERE, to);
        refuseIf(
                !EnumSet.of(UtilityState.READY, UtilityState.SUSPENDED).contains(home.state()),
                Reason.NOT_IN_SERVICE,
                tenant.slug());
        refuseIf(!schemas.changelog().version().equals(home.schemaVersion()), Reason.BEHIND, tenant.slug());
        try (var here = owner(home.cluster()).getConnection()) {
            refuseIf(TenantSchemas.exists(tenant.nameWhenClosed(), here), Reason.OLDER_COPY, home.cluster());
        }
        return home.cluster();
    }

    private void announce(String slug, String from, String to, String by) throws SQLException {
        Transaction.run(registry, () -> {
            ClusterRegistry.announce(slug, to, registry);
            Registry.audit(by, "move begun", slug, from + " to " + to, registry);
        });
        if (!from.equals(Clusters.MAIN)) {
            try (var here = owner(from).getConnection()) {
                ClusterRegistry.mirror(slug, registry, here);
            }
        }
        listener.at(MoveStep.ANNOUNCED, to);
    }

    /** The copy is committed while the original is still locked; then the original is closed, locked until it is. */
    private MoveCopy.Copied copy(TenantSchema tenant, String to, Connection here, Connection there)
            throws SQLException {
        var isMain = to.equals(Clusters.MAIN);
        clear(tenant, isMain, there);
        var script = schemas.scriptFromEmpty(there);
        var expected = schemas.expected(there);
        var tables = TenantTables.of(tenant, here);
        var copied = new MoveCopy.Copied[1];
        Transaction.run(here, () -> {
            var snapshot = MoveCopy.locked(tenant, tables, here);
            Transaction.run(there, () -> {
                schemas.create(tenant, script, there);
                schemas.migrate(tenant, "", there);
                schemas.verify(tenant, expected, there);
                copied[0] = pump(new MoveCopy(tenant, listener), snapshot, here, there);
                if (!isMain) {
                    ClusterRegistry.mirror(tenant.slug(), registry, there);
                }
            });
            listener.at(MoveStep.ARRIVED, tenant.slug());
            TenantSchemas.close(tenant, here);
        });
        return Objects.requireNonNull(copied[0]);
    }

    /** Removes what an attempt left that was cut off; anything else of that name is not ours to touch. */
    private static void clear(TenantSchema tenant, boolean isMain, Connection there) throws SQLException {
        var isOurs = ClusterRegistry.isOnItsWay(tenant.slug(), there);
        refuseIf(!isOurs && TenantSchemas.exists(tenant.name(), there), Reason.TAKEN_THERE, tenant.slug());
        Transaction.run(there, () -> {
            TenantSchemas.dropSchema(tenant, there);
            ClusterRegistry.forget(tenant.slug(), isMain, there);
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
