package fr.ondine.ui;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.util.StringUtils;

/** Finds what a second PostgreSQL lacks: of one of which secrets alone are given nothing, since it is not used yet. */
final class HalfClusters {

    private static final String ALL = "ondine.database.clusters";
    private static final String OWNER = "ondine.database.owner-username";

    private HalfClusters() {}

    static Stream<String> sentences(Binder given) {
        var isOwned = StringUtils.hasText(given.bind(OWNER, String.class).orElse(""));
        return clusters(given).entrySet().stream()
                .flatMap(entry -> entry.getValue().sentences(ALL + "." + entry.getKey() + ".", isOwned));
    }

    private static Map<String, Cluster> clusters(Binder given) {
        try {
            return new TreeMap<>(
                    given.bind(ALL, Bindable.mapOf(String.class, Cluster.class)).orElse(Map.of()));
        } catch (BindException told) {
            return Map.of(); // with what is of the wrong kind
        }
    }

    record Cluster(
            @Nullable String url,
            @Nullable String appPassword,
            @Nullable String ownerUsername,
            @Nullable String ownerPassword,
            @Nullable String connections) {

        Stream<String> sentences(String name, boolean isOwned) {
            if (!StringUtils.hasText(url)) {
                return missing(name + "url", connections == null);
            }
            return Stream.of(
                            url.startsWith("jdbc:postgresql:")
                                    ? Stream.<String>empty()
                                    : Stream.of(name + "url must be the JDBC address of a PostgreSQL,"
                                            + " jdbc:postgresql://host/name."),
                            missing(name + "app-password", StringUtils.hasText(appPassword)),
                            missing(
                                    name + "owner-username",
                                    StringUtils.hasText(ownerUsername)
                                            || !isOwned && !StringUtils.hasText(ownerPassword)))
                    .flatMap(each -> each);
        }

        private static Stream<String> missing(String name, boolean isGiven) {
            return isGiven
                    ? Stream.empty()
                    : Stream.of(name + " is not set: give it as " + KnownSetting.variable(name) + ".");
        }
    }
}
