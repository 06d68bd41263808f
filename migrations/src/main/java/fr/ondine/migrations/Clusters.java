package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The databases that the utilities of one platform live on: the main one, which also holds the registry, and others. The
 * registry's row of a utility says on which; the others know of theirs what their job tables need.
 */
public final class Clusters {

    public static final String MAIN = "main";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TreeMap<String, DataSource> owners = new TreeMap<>();
    private final TreeMap<String, OndineDatabase> databases = new TreeMap<>();
    private final TenantSchemas schemas = new TenantSchemas(OndineDatabase.TENANT);

    /** Works with connections of the role that owns each database. */
    public Clusters(OndineDatabase main, Map<String, DataSource> others) {
        others.forEach((name, owner) -> databases.put(name, new OndineDatabase(owner)));
        databases.put(MAIN, main);
        databases.forEach((name, database) -> owners.put(name, database.owner()));
    }

    public Set<String> names() {
        return Set.copyOf(owners.keySet());
    }

    /** The database of that cluster. */
    public OndineDatabase database(String cluster) {
        owner(cluster);
        return Objects.requireNonNull(databases.get(cluster));
    }

    /** Makes or updates the schema of one utility where it lives. */
    public void provision(String slug) {
        var cluster = homeOf(slug);
        database(cluster).provision(slug);
        report(cluster, List.of(slug));
    }

    /** Brings every utility up to date, wherever it lives; a cluster that is away stops only those that live there. */
    public FleetReport migrateAll(FleetProgress.Listener listener) {
        var begun = System.nanoTime();
        var outcomes = new ArrayList<>(database(MAIN).migrateAll(listener).outcomes());
        owners.keySet().stream()
                .filter(cluster -> !cluster.equals(MAIN))
                .forEach(cluster -> outcomes.addAll(migrateOn(cluster, listener)));
        return new FleetReport(outcomes, FleetQueue.millisecondsSince(begun));
    }

    private List<TenantOutcome> migrateOn(String cluster, FleetProgress.Listener listener) {
        var living = new ArrayList<String>();
        withMain(registry -> living.addAll(ClusterRegistry.livingOn(cluster, registry)));
        try {
            var outcomes = database(cluster).migrateAll(listener).outcomes();
            report(cluster, living);
            return outcomes;
        } catch (MigrationFailed away) {
            return living.stream()
                    .map(slug -> new TenantOutcome(slug, cluster + ": " + away.getMessage(), 0))
                    .toList();
        }
    }

    /** Brings one utility up to date where it lives, as after a failure; one that is put away must be resumed first. */
    public FleetReport migrate(String slug) {
        var cluster = homeOf(slug);
        var report = database(cluster).migrate(slug);
        report(cluster, List.of(slug));
        return report;
    }

    /** Tells the cluster of a utility what changed in its row of the registry. */
    public void mirror(String slug) {
        var cluster = homeOf(slug);
        if (!cluster.equals(MAIN)) {
            withMain(registry -> withOwner(owner(cluster), there -> ClusterRegistry.mirror(slug, registry, there)));
        }
    }

    private String homeOf(String slug) {
        var cluster = new String[] {MAIN};
        if (owners.size() > 1) {
            withMain(registry -> ClusterRegistry.homeOf(slug, registry).ifPresent(home -> cluster[0] = home.cluster()));
        }
        return cluster[0];
    }

    /** Moves a utility; when it fails before {@link MoveStep#SWITCHED} nothing of it is elsewhere after {@link #settle}. */
    public MoveReport move(String slug, String to, String by, MoveStep.Listener listener) {
        owner(to);
        var result = new MoveReport[1];
        withMain(registry -> {
            try (var _ = AdvisoryLock.tryOn(lock(slug), registry)
                    .orElseThrow(() -> new MoveRefused(MoveRefused.Reason.BEING_MOVED, slug))) {
                var recovery = new MoveRecovery(owners, schemas, registry);
                recovery.settle(slug);
                result[0] = new Move(owners, schemas, registry, listener).run(new TenantSchema(slug), to, by, PATIENCE);
            }
        });
        return result[0];
    }

    /** Brings a move that was cut off to one side: to where the utility goes once it lives there, else back. */
    public List<String> settle() {
        var settled = new ArrayList<String>();
        withMain(registry -> {
            for (var slug : ClusterRegistry.moving(registry)) {
                var lock = AdvisoryLock.tryOn(lock(slug), registry);
                if (lock.isPresent()) {
                    try (var _ = lock.get()) {
                        new MoveRecovery(owners, schemas, registry).settle(slug);
                        settled.add(slug);
                    }
                }
            }
        });
        return settled;
    }

    /** Deletes what a cluster keeps of a utility that moved away from it; tells whether there was something. */
    public boolean deleteKept(String slug, String cluster, String by) {
        var tenant = new TenantSchema(slug);
        var found = new boolean[1];
        withOwner(owner(cluster), there -> {
            found[0] = TenantSchemas.exists(tenant.nameWhenClosed(), there);
            TenantSchemas.dropClosed(tenant, there);
        });
        if (found[0]) {
            withMain(registry -> Registry.audit(by, "old copy deleted", slug, cluster, registry));
        }
        return found[0];
    }

    /** Removes what there is of a utility beside the main database, and what is kept there since it moved away. */
    public void forget(String slug) {
        var tenant = new TenantSchema(slug);
        var home = homeOf(slug);
        owners.forEach((cluster, owner) -> withOwner(owner, there -> {
            TenantSchemas.dropClosed(tenant, there);
            if (cluster.equals(home) && !home.equals(MAIN)) {
                TenantSchemas.drop(tenant, there);
                ClusterRegistry.forget(slug, false, there);
            }
        }));
    }

    private void report(String cluster, List<String> slugs) {
        if (!cluster.equals(MAIN)) {
            withMain(registry -> withOwner(owner(cluster), there -> {
                for (var slug : slugs) {
                    ClusterRegistry.report(slug, there, registry);
                }
            }));
        }
    }

    private static String lock(String slug) {
        return "move " + slug;
    }

    private DataSource owner(String cluster) {
        var owner = owners.get(cluster);
        if (owner == null) {
            throw new MoveRefused(MoveRefused.Reason.UNKNOWN_CLUSTER, cluster);
        }
        return owner;
    }

    private interface Work {
        void run(Connection connection) throws SQLException;
    }

    private void withMain(Work work) {
        withOwner(owner(MAIN), work);
    }

    private static void withOwner(DataSource owner, Work work) {
        try (var connection = owner.getConnection()) {
            work.run(connection);
        } catch (SQLException e) {
            throw new MigrationFailed("a cluster", e);
        }
    }
}
