package fr.ondine.migrations;

import fr.ondine.migrations.ClusterRegistry.Home;
import fr.ondine.migrations.MoveRefused.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes utilities from cluster to cluster, and for good; one process at a time works on one utility. */
public final class Moves {

    private static final Logger log = LoggerFactory.getLogger(Moves.class);

    private final Map<String, DataSource> owners;
    private final TenantSchemas schemas;
    private final MovePatience patience;

    Moves(Map<String, DataSource> owners, TenantSchemas schemas, MovePatience patience) {
        this.owners = owners;
        this.schemas = schemas;
        this.patience = patience;
    }

    /** Moves a utility; when it fails before {@link MoveStep#SWITCHED} nothing of it is elsewhere after {@link #settle}. */
    public MoveReport move(String slug, String to, String by, MoveStep.Listener listener) {
        owner(to);
        var report = new MoveReport[1];
        var isOurs = alone(slug, registry -> {
            recovery(registry).settle(slug);
            report[0] = new Move(owners, schemas, registry, patience, listener).run(new TenantSchema(slug), to, by);
        });
        refuseUnless(isOurs, Reason.BEING_MOVED, slug);
        return Objects.requireNonNull(report[0]);
    }

    /**
     * Brings moves that were cut off to one side: to where the utility goes once it lives there, else back. One for which
     * that cannot be done now waits for the next time, and stops no other.
     */
    public List<String> settle() {
        var suspects = new TreeSet<String>();
        withRegistry(registry -> suspects.addAll(recovery(registry).suspects()));
        return suspects.stream().filter(this::settledIfPossible).toList();
    }

    private boolean settledIfPossible(String slug) {
        try {
            return settle(slug);
        } catch (MigrationFailed notNow) {
            log.error("The move of {} was cut off and cannot be ended yet", slug, notNow);
            return false;
        }
    }

    /** The same for one utility; tells whether there was something to settle and no mover at it. */
    public boolean settle(String slug) {
        var settled = new boolean[1];
        alone(slug, registry -> settled[0] = recovery(registry).settle(slug));
        return settled[0];
    }

    /** The clusters that keep what a utility left there when it moved away; one that is away shows nothing. */
    public List<String> kept(String slug) {
        var home = new ArrayList<String>();
        withRegistry(registry -> ClusterRegistry.homeOf(slug, registry)
                .filter(where -> !where.isMoving())
                .ifPresent(where -> home.add(where.cluster())));
        var tenant = new TenantSchema(slug);
        return owners.keySet().stream()
                .filter(cluster -> !home.isEmpty() && !home.contains(cluster))
                .filter(cluster -> keeps(tenant, cluster))
                .toList();
    }

    private boolean keeps(TenantSchema tenant, String cluster) {
        try (var there = owner(cluster).getConnection()) {
            return TenantSchemas.exists(tenant.nameWhenClosed(), there);
        } catch (SQLException away) {
            log.warn("What {} keeps cannot be seen: {}", cluster, away.getMessage());
            return false;
        }
    }

    /** Deletes what a cluster keeps of a utility that moved away from it; tells whether there was something. */
    public boolean deleteKept(String slug, String cluster, String by) {
        var tenant = new TenantSchema(slug);
        var found = new boolean[1];
        var isOurs = alone(slug, registry -> {
            try (var there = owner(cluster).getConnection();
                    var _ = AdvisoryLock.on(tenant.name(), there)) {
                refuseUnlessKept(slug, cluster, registry);
                found[0] = TenantSchemas.exists(tenant.nameWhenClosed(), there);
                TenantSchemas.dropClosed(tenant, there);
            }
            if (found[0]) {
                Registry.audit(by, "old copy deleted", slug, cluster, registry);
            }
        });
        refuseUnless(isOurs, Reason.BEING_MOVED, slug);
        return found[0];
    }

    /** What is closed may be all that there is: on the way, and where it lives until a move that was cut off is ended. */
    private static void refuseUnlessKept(String slug, String cluster, Connection registry) throws SQLException {
        var home = ClusterRegistry.homeOf(slug, registry);
        refuseUnless(home.filter(Home::isMoving).isEmpty(), Reason.BEING_MOVED, slug);
        refuseUnless(!home.map(Home::cluster).equals(Optional.of(cluster)), Reason.LIVES_THERE, cluster);
    }

    /**
     * Removes an archived utility for good, wherever something of it is; {@code beside} does so where this cannot look.
     * From its beginning on it can only be ended: asked for again when it was cut off, or when a cluster was away.
     */
    public void delete(String slug, String by, Runnable beside) {
        var tenant = new TenantSchema(slug);
        var isOurs = alone(slug, registry -> {
            ClusterRegistry.homeOf(slug, registry).ifPresent(home -> owner(home.cluster())); // it can be looked into
            if (!Registry.beginDeletion(slug, registry)) {
                throw new StateNotAllowed(slug, Registry.state(slug, registry), UtilityState.ARCHIVED);
            }
            beside.run();
            var home = ClusterRegistry.homeOf(slug, registry).orElseThrow().cluster();
            for (var cluster : others()) {
                delete(tenant, cluster, home);
            }
            Transaction.run(registry, () -> {
                Registry.forget(tenant, registry);
                drop(tenant, home.equals(Clusters.MAIN), registry);
                Registry.audit(by, "deleted", slug, "", registry);
            });
        });
        refuseUnless(isOurs, Reason.BEING_MOVED, slug);
    }

    private void delete(TenantSchema tenant, String cluster, String home) throws SQLException {
        try (var there = owner(cluster).getConnection()) {
            Transaction.run(there, () -> {
                AdvisoryLock.untilTheEndOfTheTransaction(tenant.name(), there);
                drop(tenant, cluster.equals(home), there);
                if (Registry.exists(there)
                        && (cluster.equals(home) || ClusterRegistry.isMoving(tenant.slug(), there))) {
                    ClusterRegistry.remove(tenant.slug(), there);
                }
            });
        }
    }

    /** A schema of that name where it never lived is somebody else's, unless it came with a move. */
    private static void drop(TenantSchema tenant, boolean isHome, Connection there) throws SQLException {
        TenantSchemas.dropClosed(tenant, there);
        if (isHome || TenantSchemas.isMarked(tenant, there)) {
            TenantSchemas.dropSchema(tenant, there);
        }
        if (!TenantSchemas.exists(tenant.name(), there)) {
            TenantSchemas.dropRole(tenant, there);
        }
    }

    private MoveRecovery recovery(Connection registry) {
        return new MoveRecovery(owners, schemas, registry, patience.silence());
    }

    private List<String> others() {
        return owners.keySet().stream()
                .filter(cluster -> !cluster.equals(Clusters.MAIN))
                .toList();
    }

    private DataSource owner(String cluster) {
        var owner = owners.get(cluster);
        if (owner == null) {
            throw new MoveRefused(Reason.UNKNOWN_CLUSTER, cluster);
        }
        return owner;
    }

    private static void refuseUnless(boolean holds, Reason reason, String detail) {
        if (!holds) {
            throw new MoveRefused(reason, detail);
        }
    }

    private interface Work {
        void run(Connection registry) throws SQLException;
    }

    /** Does the work unless somebody moves, settles or deletes that utility; tells whether it was done. */
    private boolean alone(String slug, Work work) {
        var isOurs = new boolean[1];
        withRegistry(registry -> {
            var lock = AdvisoryLock.tryOn("move " + slug, registry);
            isOurs[0] = lock.isPresent();
            if (lock.isPresent()) {
                try (var _ = lock.get()) {
                    work.run(registry);
                }
            }
        });
        return isOurs[0];
    }

    private void withRegistry(Work work) {
        try (var connection = owner(Clusters.MAIN).getConnection()) {
            work.run(connection);
        } catch (SQLException e) {
            throw new MigrationFailed("a cluster", e);
        }
    }
}
