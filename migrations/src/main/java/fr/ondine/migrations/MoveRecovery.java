package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
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

    MoveRecovery(Map<String, DataSource> owners, TenantSchemas schemas, Connection registry) {
        this.owners = owners;
        this.schemas = schemas;
        this.registry = registry;
    }

    void settle(String slug) throws SQLException {
        if (!ClusterRegistry.stay(slug, registry)) {
            return;
        }
        var tenant = new TenantSchema(slug);
        var home = ClusterRegistry.homeOf(slug, registry).orElseThrow().cluster();
        open(tenant, home);
        for (var cluster : owners.keySet()) {
            if (!cluster.equals(home)) {
                forget(tenant, cluster);
            }
        }
        release(slug, home);
    }

    private void open(TenantSchema tenant, String home) throws SQLException {
        try (var here = owner(home).getConnection();
                var _ = AdvisoryLock.on(tenant.name(), here)) {
            Transaction.run(here, () -> schemas.reopen(tenant, here));
            if (!TenantSchemas.exists(tenant.name(), here)) {
                throw new MigrationFailed(tenant.slug() + " is not on " + home + ", where it lives");
            }
        }
    }

    /**
     * What has the utility's own name there was never served: no more than a copy. Where it cannot be removed it keeps
     * nobody waiting: no work of it is fetched, and the next move to there removes it first.
     */
    private void forget(TenantSchema tenant, String cluster) {
        try (var there = owner(cluster).getConnection();
                var _ = AdvisoryLock.on(tenant.name(), there)) {
            if (ClusterRegistry.isOnItsWay(tenant.slug(), there)) {
                Transaction.run(there, () -> {
                    TenantSchemas.dropSchema(tenant, there);
                    ClusterRegistry.forget(tenant.slug(), cluster.equals(Clusters.MAIN), there);
                });
            }
        } catch (SQLException away) {
            log.warn("What {} keeps of {} is left there", cluster, tenant.slug(), away);
        }
    }

    /** From now on it is served, and works. */
    private void release(String slug, String home) throws SQLException {
        ClusterRegistry.announce(slug, null, registry);
        if (!home.equals(Clusters.MAIN)) {
            try (var there = owner(home).getConnection()) {
                ClusterRegistry.mirror(slug, registry, there);
            }
        }
    }

    private DataSource owner(String cluster) {
        return Objects.requireNonNull(owners.get(cluster), cluster);
    }
}
