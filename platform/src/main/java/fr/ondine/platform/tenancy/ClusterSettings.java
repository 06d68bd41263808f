package fr.ondine.platform.tenancy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The databases beside the main one that utilities may live on, by name: {@code ondine.database.clusters.<name>}. Secrets
 * are there before an upgrade that uses them and after one that was taken back: alone they are no cluster, and no mistake.
 *
 * @param clusters none in a platform that one PostgreSQL is enough for
 * @param quiet for how long nobody must work for a utility before it is moved: longer than {@code ondine.registry.poll}
 */
@ConfigurationProperties("ondine.database")
record ClusterSettings(
        @Nullable Map<String, Cluster> clusters,
        @DefaultValue("3s") Duration quiet) {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterSettings.class);
    private static final Set<String> TAKEN = Set.of("main");

    ClusterSettings {
        clusters = clusters == null ? Map.of() : Map.copyOf(clusters);
        for (var name : clusters.keySet()) {
            if (TAKEN.contains(name) || !name.matches("[a-z0-9-]{1,40}")) {
                throw new IllegalArgumentException("ondine.database.clusters." + name + " cannot be called so");
            }
        }
        var owned = clusters.values().stream().filter(Cluster::isUsed).map(Cluster::isOwned);
        if (owned.distinct().count() > 1) {
            throw new IllegalArgumentException("ondine.database.clusters: each has an owner-username, or none");
        }
        new TreeMap<>(clusters).forEach((name, cluster) -> {
            if (!cluster.isUsed()) {
                LOG.warn("ondine.database.clusters.{} has secrets and no url: that PostgreSQL is not used", name);
            }
        });
    }

    Map<String, Cluster> others() {
        return Stream.ofNullable(clusters)
                .flatMap(all -> all.entrySet().stream())
                .filter(entry -> entry.getValue().isUsed())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether there are some, and this process may do in them what their owner may. */
    boolean areOwned() {
        return others().values().stream().anyMatch(Cluster::isOwned);
    }

    /** As their owners see them; each connection is opened when it is needed, which is seldom. */
    Map<String, DataSource> owners() {
        return others().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().owner()));
    }

    /** The passwords of the application's login on each. */
    Map<String, String> appPasswords() {
        return others().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().appPassword()));
    }

    /** One of them, with the same two logins as the main one. */
    record Cluster(
            @DefaultValue("") String url,
            @DefaultValue("") String appPassword,
            @DefaultValue("") String ownerUsername,
            @DefaultValue("") String ownerPassword,
            @DefaultValue("16") int connections) {

        private boolean isUsed() {
            return !url.isBlank();
        }

        private boolean isOwned() {
            return !ownerUsername.isEmpty();
        }

        private DataSource owner() {
            var owner = new DriverManagerDataSource(url, ownerUsername, ownerPassword);
            owner.setConnectionProperties(OwnerSession.properties(url));
            return owner;
        }

        @Override
        public String toString() {
            return "Cluster[" + url + "]";
        }
    }
}
