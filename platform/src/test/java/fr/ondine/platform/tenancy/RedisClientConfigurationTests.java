package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.tracing.LettuceObservationContext;
import io.micrometer.observation.Observation;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class RedisClientConfigurationTests {

    private final RedisClientConfiguration configuration = new RedisClientConfiguration();

    @Test
    void a_command_is_a_step_where_traces_leave() {
        var endpoint = new MockEnvironment()
                .withProperty("management.opentelemetry.tracing.export.otlp.endpoint", "http://collector/v1/traces");

        assertThat(configuration.commandsOfTraces(endpoint).test("redis", new LettuceObservationContext("redis")))
                .isTrue();
    }

    @Test
    void where_none_leaves_a_command_is_not_timed_and_all_else_is() {
        var timed = configuration.commandsOfTraces(new MockEnvironment());

        assertThat(timed.test("redis", new LettuceObservationContext("redis"))).isFalse();
        assertThat(timed.test("job", new Observation.Context())).isTrue();
    }
}
