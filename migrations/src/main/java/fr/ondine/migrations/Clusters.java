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
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The databases that the utilities of one platform live on: the main one, which also holds the registry, and others. The
 * registry's row of a utility says on which; the others know of theirs what their job tables need.
 */
public final class Clusters {

    public static final String MAIN = "main";

    private static final Logger log = LoggerFactory.getLogger(Clusters.class);

    private final TreeMap<String, DataSource> owners = new TreeMap<>();
    private final TreeMap<String, OndineDatabase> databases = new TreeMap<>();
    private final Moves moves;
    private final Duration silence;

    /** Works with connections of the role that owns each database. */
    public Clusters(OndineDatabase main, Map<String, DataSource> others) {
        this(main, others, MovePatience.QUIET);
    }

    /** The same, where every node knows within {@code quiet} that a utility is not to be worked for. */
    public Clusters(OndineDatabase main, Map<String, DataSource> others, Duration quiet) {
        this(main, others, new TenantSchemas(OndineDatabase.TENANT), MovePatience.with(quiet));
    }

    Clusters(OndineDatabase main, Map<String, DataSource> others, TenantSchemas schemas, MovePatience patience) {
        others.forEach((name, owner) -> databases.put(name, new OndineDatabase(owner, schemas.changelog())));
        databases.put(MAIN, main);
        databases.forEach((name, database) -> owners.put(name, database.owner()));
        moves = new Moves(owners, schemas, patience);
        silence = patience.silence();
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
        report(cluster);
    }

    /** The databases, made ready for utilities, each with the password of its login role; who is away is told why. */
    public Map<String, String> bootstrap(Map<String, String> appPasswords) {
        var failures = new TreeMap<String, String>();
        appPasswords.forEach((cluster, password) -> {
            try {
                database(cluster).bootstrap(password);
            } catch (MigrationFailed away) {
                log.error("The cluster {} is not prepared", cluster, away);
                failures.put(cluster, String.valueOf(away.getMessage()));
            }
        });
        return failures;
    }

    /** Brings every utility up to date, wherever it lives; a cluster that is away stops only those that live there. */
    public FleetReport migrateAll(FleetProgress.Listener listener) {
        return migrateAll(Map.of(), listener);
    }

    /** The same, where some clusters are known to be out of order. */
    public FleetReport migrateAll(Map<String, String> outOfOrder, FleetProgress.Listener listener) {
        var begun = System.nanoTime();
        var outcomes = new ArrayList<>(database(MAIN).migrateAll(listener).outcomes());
        others().forEach(cluster -> {
            var failure = outOfOrder.get(cluster);
            outcomes.addAll(failure == null ? migrateOn(cluster, listener) : failed(cluster, failure));
        });
        outcomes.addAll(onUnknownClusters());
        return new FleetReport(outcomes, FleetQueue.millisecondsSince(begun));
    }

    private List<TenantOutcome> migrateOn(String cluster, FleetProgress.Listener listener) {
        try {
            var outcomes = database(cluster).migrateAll(listener).outcomes();
            report(cluster);
            return outcomes;
        } catch (MigrationFailed away) {
            return failed(cluster, String.valueOf(away.getMessage()));
        }
    }

    private List<TenantOutcome> failed(String cluster, String reason) {
        var living = new ArrayList<String>();
        withMain(registry -> living.addAll(ClusterRegistry.livingOn(cluster, registry)));
        return living.stream()
                .map(slug -> new TenantOutcome(slug, cluster + ": " + reason, 0))
                .toList();
    }

    /** Whoever lives where this process cannot look is not up to date as far as it knows. */
    private List<TenantOutcome> onUnknownClusters() {
        var clusters = new TreeSet<String>();
        withMain(registry -> clusters.addAll(ClusterRegistry.clusters(registry)));
        clusters.removeAll(owners.keySet());
        return clusters.stream()
                .flatMap(cluster -> failed(cluster, "not configured here").stream())
                .toList();
    }

    /** Brings one utility up to date where it lives, as after a failure; one that is put away must be resumed first. */
    public FleetReport migrate(String slug, FleetProgress.Listener listener) {
        var cluster = homeOf(slug);
        var report = database(cluster).migrate(slug, listener);
        report(cluster);
        return report;
    }

    /** What {@link #bootstrap} and {@link #migrateAll} would do on all of them; changes nothing. */
    public FleetPlan plan() {
        var plan = database(MAIN).plan();
        for (var cluster : others().toList()) {
            plan = plan.and(cluster, database(cluster).plan());
        }
        return plan;
    }

    /** What {@link #migrate} of one utility would do where it lives; changes nothing. */
    public FleetPlan plan(String slug) {
        return database(homeOf(slug)).plan(slug);
    }

    /** Tells the cluster of a utility what changed in its row of the registry. */
    public void mirror(String slug) {
        tell(homeOf(slug));
    }

    /** Brings each cluster and the registry to say the same of those that live there; one that is away does so later. */
    public void reconcile() {
        others().forEach(cluster -> {
            try {
                report(cluster);
                tell(cluster);
            } catch (MigrationFailed away) {
                log.warn("{} and the registry cannot be compared: {}", cluster, away.getMessage());
            }
        });
    }

    private void tell(String cluster) {
        beside(cluster, (registry, there) -> ClusterRegistry.tell(cluster, registry, there));
    }

    private void report(String cluster) {
        beside(cluster, (registry, there) -> ClusterRegistry.report(cluster, there, registry));
    }

    private Stream<String> others() {
        return owners.keySet().stream().filter(cluster -> !cluster.equals(MAIN));
    }

    private String homeOf(String slug) {
        var cluster = new String[] {MAIN};
        if (owners.size() > 1) {
            withMain(registry -> {
                if (Registry.exists(registry)) {
                    ClusterRegistry.homeOf(slug, registry).ifPresent(home -> cluster[0] = home.cluster());
                }
            });
        }
        return cluster[0];
    }

    /** How utilities get from one of them to another, and how they go for good. */
    public Moves moves() {
        return moves;
    }

    private DataSource owner(String cluster) {
        var owner = owners.get(cluster);
        if (owner == null) {
            throw new MigrationFailed("there is no cluster " + cluster + " in the configuration");
        }
        return owner;
    }

    private interface Work {
        void run(Connection registry) throws SQLException;
    }

    private interface WorkOnTwo {
        void run(Connection registry, Connection there) throws SQLException;
    }

    private void beside(String cluster, WorkOnTwo work) {
        if (!cluster.equals(MAIN)) {
            withMain(registry -> {
                try (var there = Attentive.connection(owner(cluster), silence)) {
                    work.run(registry, there);
                }
            });
        }
    }

    private void withMain(Work work) {
        try (var connection = owner(MAIN).getConnection()) {
            work.run(connection);
        } catch (SQLException e) {
            throw new MigrationFailed("a cluster", e);
        }
    }
}
