package fr.ondine.platform.tenancy;

import java.util.Map;
import java.util.TreeMap;

/** The pools of the databases beside the main one: one each, for all utilities that live there. */
record ClusterPools(Map<String, CleanConnections> byName) implements AutoCloseable {

    static ClusterPools of(ClusterSettings settings) {
        var pools = new TreeMap<String, CleanConnections>();
        settings.others().forEach((name, cluster) -> {
            var pool = DatabaseConfiguration.pool(cluster.url(), cluster.appPassword(), "ondine-" + name);
            pools.put(name, DatabaseConfiguration.common(pool, cluster.connections()));
        });
        return new ClusterPools(pools);
    }

    @Override
    public void close() {
        byName.values().forEach(CleanConnections::close);
    }
}
