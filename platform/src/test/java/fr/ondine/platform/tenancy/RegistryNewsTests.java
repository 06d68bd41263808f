package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.UtilityState;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Utilities;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.context.TestPropertySource;

/** A node that does not look by itself is told by Redis that the registry changed. */
@PlatformTest
@TestPropertySource(properties = "ondine.registry.poll=1h")
class RegistryNewsTests {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Autowired
    OndineDatabase database;

    @Autowired
    Tenants tenants;

    @Autowired
    RegistryNews news;

    @Autowired
    StringRedisTemplate redis;

    @AfterEach
    void served_again() {
        database.change("ileo", UtilityState.READY, "test", "");
        news.publish(Utilities.ILEO);
    }

    @Test
    void a_change_made_on_another_node_is_in_force_here_within_a_second() {
        news.listen();
        database.change("ileo", UtilityState.SUSPENDED, "test", "");
        assertThat(tenants.serving(Utilities.ILEO)).as("nobody told us yet").isEqualTo(Serving.OPEN);

        redis.convertAndSend("platform:registry", "ileo");

        await().atMost(A_SECOND)
                .untilAsserted(() -> assertThat(tenants.serving(Utilities.ILEO)).isEqualTo(Serving.SUSPENDED));
    }

    @Test
    void a_change_made_here_is_in_force_at_once() {
        database.change("ileo", UtilityState.SUSPENDED, "test", "");

        news.publish(Utilities.ILEO);

        assertThat(tenants.serving(Utilities.ILEO)).isEqualTo(Serving.SUSPENDED);
    }
}
