package fr.ondine.ui;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * A format of lines that there is not would end the process before it could say so: it is put aside until all settings are
 * looked at, and told with the others.
 */
final class LoggedAs implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String NAME = "logging.structured.format.console";
    private static final String PUT_ASIDE = "a format of lines that there is not";
    private static final Set<String> FORMATS = Set.of("", "ecs", "logstash", "gelf");

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        if (!FORMATS.contains(environment.getProperty(NAME, "").strip())) {
            environment.getPropertySources().addFirst(new MapPropertySource(PUT_ASIDE, Map.of(NAME, "")));
        }
    }

    static Optional<String> refusal(ConfigurableEnvironment environment) {
        return environment.getPropertySources().contains(PUT_ASIDE)
                ? Optional.of(NAME + " must be ecs, logstash or gelf, or empty.")
                : Optional.empty();
    }
}
