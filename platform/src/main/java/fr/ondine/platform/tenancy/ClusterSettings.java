package fr.ondine.platform.tenancy;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The databases beside the main one that utilities may live on, by name: {@code ondine.database.clusters.<name>}.
 *
 * @param clusters none in a platform that one PostgreSQL is enough for
 */
@ConfigurationProperties("ondine.database")
record ClusterSettings(@Nullable Map<String, Cluster> clusters) {

    private static final Set<String> TAKEN = Set.of("main");

    ClusterSettings {
        clusters = clusters == null ? Map.of() : Map.copyOf(clusters);
        for (var name : clusters.keySet()) {
            if (TAKEN.contains(name) || !name.matches("[a-z0-9-]{1,40}")) {
                throw new IllegalArgumentException("ondine.database.clusters." + name + " cannot be called so");
            }
        }
    }

    Map<String, Cluster> others() {
        return clusters == null ? Map.of() : clusters;
    }

    /** One of them, with the same two logins as the main one. */
    record Cluster(
            String url,
            String appPassword,
            @DefaultValue("") String ownerUsername,
            @DefaultValue("") String ownerPassword,
            @DefaultValue("16") int connections) {

        @Override
        public String toString() {
            return "Cluster[" + url + "]";
        }
    }
}
