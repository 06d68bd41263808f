package fr.ondine.migrations;

import fr.ondine.migrations.ClusterRegistry.Home;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a move wherever it stopped, so that a utility is on one side: where the registry says that it lives. May itself be
 * cut off and repeated; a mover that still goes on can no longer switch.
 */
final class MoveRecovery {

    private static final Logger log = LoggerFactory.getLogger(MoveRecovery.class);

    private final Map<String, DataSource> owners;
    private final TenantSchemas schemas;
    private final Connection registry;
    private final Duration silence;

    /** A cluster that says nothing for {@code silence} is away, like one that does not answer. */
    MoveRecovery(Map<String, DataSource> owners, TenantSchemas schemas, Connection registry, Duration silence) {
        this.owners = owners;
        this.schemas = schemas;
        this.registry = registry;
        this.silence = silence;
    }

    /** Tells whether there was something to end. */
    boolean settle(String slug) throws SQLException {
        var home = ClusterRegistry.homeOf(slug, registry).orElse(null);
        if (home == null || !isCutOff(slug, home)) {
            return false;
        }
        if (!owners.containsKey(home.cluster())) {
            throw new MigrationFailed(slug + " lives on " + home.cluster() + ", which is not known here");
        }
        var tenant = new TenantSchema(slug);
        if (isServed(slug, home)) {
            forgetBeside(tenant, home);
            return true;
        }
        ClusterRegistry.stay(slug, registry);
        open(tenant, home.cluster());
        forgetBeside(tenant, home);
        release(tenant, home.cluster());
        return true;
    }

    /** Then what is left elsewhere is removed without a word to those who use it, however often that fails. */
    private boolean isServed(String slug, Home home) {
        return !home.isMoving() && !leftOn(home.cluster()).isCutOff(slug, true);
    }

    private void forgetBeside(TenantSchema tenant, Home home) {
        for (var cluster : owners.keySet()) {
            if (!cluster.equals(home.cluster())) {
                forget(tenant, cluster);
            }
        }
    }

    private boolean isCutOff(String slug, Home home) throws SQLException {
        if (home.isMoving()) {
            return true;
        }
        for (var cluster : owners.keySet()) {
            if (leftOn(cluster).isCutOff(slug, cluster.equals(home.cluster()))) {
                return true;
            }
        }
        return false;
    }

    /** The utilities that something says to have been cut off, or to be moving now. */
    Set<String> suspects() throws SQLException {
        var suspects = new TreeSet<>(ClusterRegistry.moving(registry));
        for (var cluster : owners.keySet()) {
            var left = leftOn(cluster);
            var living = ClusterRegistry.at(cluster, registry);
            left.slugs()
                    .filter(slug -> left.isCutOff(slug, living.contains(slug)))
                    .forEach(suspects::add);
        }
        return suspects;
    }

    /**
     * What a cluster shows of moves.
     *
     * @param copies what was never served
     * @param closed what is closed, and has no other beside it
     * @param announced what its own rows say to be on its way, where those are not the registry's
     */
    private record Left(List<String> copies, List<String> closed, List<String> announced) {

        static final Left NOTHING = new Left(List.of(), List.of(), List.of());

        Stream<String> slugs() {
            return Stream.of(copies, closed, announced).flatMap(List::stream);
        }

        /** What is closed where it does not live is only kept. */
        boolean isCutOff(String slug, boolean livesThere) {
            return (livesThere ? closed : copies).contains(slug) || announced.contains(slug);
        }
    }

    /** One that is away shows nothing, and keeps nobody from ending what can be ended. */
    private Left leftOn(String cluster) {
        try (var there = to(cluster)) {
            var isRegistry = cluster.equals(Clusters.MAIN) || !Registry.exists(there);
            return new Left(
                    TenantSchemas.marked(there),
                    TenantSchemas.closed(there),
                    isRegistry ? List.of() : ClusterRegistry.moving(there));
        } catch (SQLException away) {
            log.warn("What {} keeps cannot be seen: {}", cluster, away.getMessage());
            return Left.NOTHING;
        }
    }

    private void open(TenantSchema tenant, String home) throws SQLException {
        try (var here = to(home)) {
            alone(tenant, here, () -> {
                schemas.reopen(tenant, here);
                if (!TenantSchemas.exists(tenant.name(), here)) {
                    throw new MigrationFailed(tenant.slug() + " is not on " + home + ", where it lives");
                }
            });
        }
    }

    /**
     * A marked schema was never served: no more than a copy. Where it cannot be removed it keeps nobody waiting: no work
     * of it is fetched, and whoever looks there next removes it.
     */
    private void forget(TenantSchema tenant, String cluster) {
        try (var there = to(cluster)) {
            alone(tenant, there, () -> {
                if (TenantSchemas.isMarked(tenant, there)) {
                    TenantSchemas.dropSchema(tenant, there);
                }
                if (Registry.exists(there)) {
                    ClusterRegistry.forget(tenant.slug(), cluster, there);
                }
            });
        } catch (SQLException away) {
            log.warn("What {} keeps of {} is left there", cluster, tenant.slug(), away);
        }
    }

    /** In one transaction, and not beside a migrator or a mover that was given up and does not know it. */
    private static void alone(TenantSchema tenant, Connection connection, Transaction.Work work) throws SQLException {
        Transaction.run(connection, () -> {
            LockWait.atMost(Duration.ofSeconds(10), connection);
            AdvisoryLock.untilTheEndOfTheTransaction(tenant.name(), connection);
            work.run();
        });
    }

    /** From now on it is served, and works; its cluster knows that first, for only the registry is looked at again. */
    private void release(TenantSchema tenant, String home) throws SQLException {
        if (home.equals(Clusters.MAIN)) {
            Transaction.run(registry, () -> release(tenant, registry));
            return;
        }
        try (var there = to(home)) {
            Transaction.run(there, () -> {
                ClusterRegistry.mirror(tenant.slug(), registry, there);
                release(tenant, there);
            });
        }
        ClusterRegistry.announce(tenant.slug(), null, registry);
    }

    private static void release(TenantSchema tenant, Connection home) throws SQLException {
        TenantSchemas.unmark(tenant, home);
        ClusterRegistry.announce(tenant.slug(), null, home);
    }

    private Connection to(String cluster) throws SQLException {
        return Attentive.connection(Objects.requireNonNull(owners.get(cluster), cluster), silence);
    }
}
