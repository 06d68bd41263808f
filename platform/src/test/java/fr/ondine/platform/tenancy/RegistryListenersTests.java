package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.services.Services;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** How a node begins and ends to listen to the news of the registry. */
@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class RegistryListenersTests {

    @Autowired
    Tenants tenants;

    @Autowired
    StringRedisTemplate redis;

    @BeforeEach
    void this_node_listens(@Autowired RegistryNews news) {
        news.listen();
    }

    @Test
    void a_node_that_ends_leaves_without_a_warning(CapturedOutput output) {
        var before = receivers();
        try (var node = node()) {
            node.getBean(RegistryNews.class).listen();
            assertThat(receivers()).isEqualTo(before + 1);
        }
        assertThat(receivers()).isEqualTo(before);
        assertThat(output.getAll()).doesNotContain("already closed");
    }

    @Test
    void a_node_that_rested_listens_again() {
        var before = receivers();
        try (var node = node()) {
            node.getBean(RegistryNews.class).listen();
            node.stop();
            node.getBean(RegistryNews.class).listen();
            assertThat(receivers()).as("it rests").isEqualTo(before);
            node.start();
            node.getBean(RegistryNews.class).listen();
            assertThat(receivers()).isEqualTo(before + 1);
        }
    }

    /** How many hear a message that changes nothing. */
    private long receivers() {
        return Objects.requireNonNull(redis.convertAndSend("platform:registry", "ileo"));
    }

    /** What of another node listens, with connections of its own. */
    private GenericApplicationContext node() {
        var address = Services.shared().redis();
        var node = new GenericApplicationContext();
        node.registerBean(
                LettuceConnectionFactory.class, () -> new LettuceConnectionFactory(address.host(), address.port()));
        node.registerBean(
                RegistryNews.class,
                () -> new RegistryNews(tenants, redis, node.getBean(LettuceConnectionFactory.class)));
        node.refresh();
        return node;
    }
}
