package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.testing.services.FreePorts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import redis.embedded.RedisServer;

/** A process that Redis refuses does not begin; one whose Redis is away does. */
class RedisEntranceTests {

    private static final int PORT = FreePorts.one();

    private static RedisServer server;

    @BeforeAll
    static void one_that_asks_for_a_password() throws IOException {
        server = RedisServer.builder()
                .port(PORT)
                .setting("save \"\"")
                .setting("requirepass right")
                .build();
        server.start();
    }

    @AfterAll
    static void end() throws IOException {
        server.stop();
    }

    @Test
    void a_wrong_password_and_none_are_told_by_the_setting_and_no_value() {
        for (var wrong : new @Nullable String[] {"hunter2", null}) {
            assertThatThrownBy(() -> come(PORT, wrong))
                    .isInstanceOf(StartRefused.class)
                    .hasMessage("spring.data.redis.password is not what Redis asks for.");
        }
    }

    @Test
    void the_right_one_and_a_server_that_is_away_stop_nothing() {
        assertThatCode(() -> come(PORT, "right")).doesNotThrowAnyException();
        assertThatCode(() -> come(FreePorts.one(), "right")).doesNotThrowAnyException();
    }

    private static void come(int port, @Nullable String password) {
        var where = new RedisStandaloneConfiguration("127.0.0.1", port);
        where.setPassword(password);
        var connections = new LettuceConnectionFactory(where);
        connections.afterPropertiesSet();
        try {
            new RedisEntrance(connections).afterSingletonsInstantiated();
        } finally {
            connections.destroy();
        }
    }
}
