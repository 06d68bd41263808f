package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class PreparedStartTests {

    static final Map<String, Object> CHART = Map.of(
            "server.port", "8080",
            "management.server.port", "8081",
            "management.endpoints.web.exposure.include", "health,prometheus",
            "spring.application.name", "ondine-web",
            "spring.lifecycle.timeout-per-shutdown-phase", "20s",
            "spring.data.redis.sentinel.nodes", "redis:26379",
            "spring.mail.properties.mail.smtp.starttls.enable", "true",
            "management.tracing.sampling.probability", "0.1",
            "ondine.jobs.enabled", "false",
            "logging.level.root", "INFO");

    @Test
    void what_the_chart_sets_is_read_when_it_starts() {
        assertThat(hindrance(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "management.opentelemetry.tracing.export.otlp.endpoint",
                "spring.profiles.active",
                "spring.data.redis.client-type",
                "server.forward-headers-strategy",
                "spring.mail.jndi-name",
                "springdoc.api-docs.enabled",
                "vaadin.url-mapping",
                "spring.jpa.open-in-view"
            })
    void what_decides_which_beans_there_are_is_worked_out_again(String setting) {
        assertThat(hindrance(Map.of(setting, "true"))).isEqualTo(setting);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "management.server.port                    |",
                "management.server.port                    | 8080",
                "management.server.port                    | -1",
                "management.endpoints.web.exposure.include |",
                "management.endpoints.web.exposure.include | *",
                "management.endpoints.web.exposure.include | health"
            })
    void what_the_build_was_told_must_be_so(String setting, String value) {
        assertThat(hindrance(Map.of(setting, value == null ? "" : value))).isEqualTo(setting);
    }

    @Test
    void a_variable_is_a_setting_too() {
        var environment = environment(Map.of());
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "given-systemEnvironment",
                        Map.of("SPRING_PROFILES_ACTIVE", "other", "ONDINE_JOBS_ENABLED", "false")));

        assertThat(PreparedStart.hindrance(environment)).contains("spring.profiles.active");
    }

    private static String hindrance(Map<String, Object> others) {
        return PreparedStart.hindrance(environment(others)).orElse("");
    }

    private static StandardEnvironment environment(Map<String, Object> others) {
        var environment = new StandardEnvironment();
        var settings = new HashMap<>(CHART);
        settings.putAll(others);
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
