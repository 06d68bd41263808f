package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterSettingsTests {

    @Test
    void whoever_owns_none_of_the_clusters_does_not_look_after_them() {
        assertThat(settings(Map.of()).areOwned()).isFalse();
        assertThat(settings(Map.of("east", cluster(""))).areOwned()).isFalse();
        assertThat(settings(Map.of("east", cluster("owner"))).areOwned()).isTrue();
    }

    @Test
    void to_own_some_of_them_is_a_mistake_that_is_told_at_once() {
        assertThatThrownBy(() -> settings(Map.of("east", cluster("owner"), "west", cluster(""))))
                .hasMessageContaining("ondine.database.clusters");
    }

    @Test
    void the_name_of_the_first_database_is_not_given_to_another() {
        assertThatThrownBy(() -> settings(Map.of("main", cluster("owner")))).hasMessageContaining("clusters.main");
        assertThatThrownBy(() -> settings(Map.of("Loire", cluster("owner")))).hasMessageContaining("clusters.Loire");
    }

    @Test
    void secrets_without_an_address_are_no_database_and_no_mistake() {
        var settings = settings(Map.of("east", cluster(""), "west", cluster("", "owner")));

        assertThat(settings.others()).containsOnlyKeys("east");
        assertThat(settings.areOwned()).isFalse();
        assertThat(settings.appPasswords()).containsOnlyKeys("east");
        try (var pools = ClusterPools.of(settings)) {
            assertThat(pools.byName()).containsOnlyKeys("east");
        }
    }

    private static ClusterSettings settings(Map<String, ClusterSettings.Cluster> clusters) {
        return new ClusterSettings(clusters, Duration.ofSeconds(3));
    }

    private static ClusterSettings.Cluster cluster(String owner) {
        return cluster("jdbc:postgresql://db/ondine", owner);
    }

    private static ClusterSettings.Cluster cluster(String url, String owner) {
        return new ClusterSettings.Cluster(url, "secret", owner, "secret", 4);
    }
}
