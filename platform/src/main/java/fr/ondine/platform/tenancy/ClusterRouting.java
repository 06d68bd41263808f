package fr.ondine.platform.tenancy;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** Takes a connection to the database where the bound utility lives; with none bound, to the main one. */
final class ClusterRouting extends AbstractRoutingDataSource implements AutoCloseable {

    private final CleanConnections main;
    private final Supplier<Tenants> tenants;

    ClusterRouting(CleanConnections main, ClusterPools others, Supplier<Tenants> tenants) {
        this.main = main;
        this.tenants = tenants;
        setDefaultTargetDataSource(main);
        setTargetDataSources(Map.copyOf(others.byName()));
        setLenientFallback(false); // an unknown cluster is not the main one
        afterPropertiesSet();
    }

    @Override
    protected @Nullable Object determineCurrentLookupKey() {
        return TenantContext.isBound() ? tenants.get().clusterBeside(TenantContext.current()) : null;
    }

    @Override
    public void close() {
        main.close();
    }
}
