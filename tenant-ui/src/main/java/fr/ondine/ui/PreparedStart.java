package fr.ondine.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aot.AotDetector;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;

/**
 * Starts with the beans that the build wrote down (Spring's ahead-of-time processing), when nothing is set that decides
 * which beans there are; with any other setting Spring works that out again, which takes some seconds and is told.
 */
final class PreparedStart implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    static final String WRITTEN_DOWN = "fr.ondine.ui.OndineApplication__ApplicationContextInitializer";

    private static final Logger LOG = LoggerFactory.getLogger(PreparedStart.class);

    private static final String MANAGEMENT_PORT = "management.server.port";
    private static final String EXPOSED = "management.endpoints.web.exposure.include";

    /** Who reads these decides by them which beans there are, or what the beans do. */
    private static final List<ConfigurationPropertyName> DECIDING =
            names("spring", "management", "server", "springdoc", "vaadin");

    /** Of them, those that are read when it starts; and those of which the build knew the value. */
    private static final List<ConfigurationPropertyName> READ_AT_START = names(
            "spring.application",
            "spring.config",
            "spring.data.redis.host",
            "spring.data.redis.port",
            "spring.data.redis.url",
            "spring.data.redis.username",
            "spring.data.redis.password",
            "spring.data.redis.database",
            "spring.data.redis.ssl",
            "spring.data.redis.sentinel",
            "spring.data.redis.cluster",
            "spring.data.redis.timeout",
            "spring.data.redis.connect-timeout",
            "spring.data.redis.lettuce.cluster",
            "spring.lifecycle",
            "spring.mail.host",
            "spring.mail.port",
            "spring.mail.username",
            "spring.mail.password",
            "spring.mail.protocol",
            "spring.mail.properties",
            "spring.ssl.bundle",
            "server.port",
            "server.address",
            "management.server.address",
            "management.tracing.sampling",
            MANAGEMENT_PORT,
            EXPOSED);

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (SpringProperties.getProperty(AotDetector.AOT_ENABLED) == null && ClassUtils.isPresent(WRITTEN_DOWN, null)) {
            var hindrance = hindrance(event.getEnvironment());
            hindrance.ifPresent(setting -> LOG.info("{} is set: the start takes some seconds longer", setting));
            SpringProperties.setProperty(AotDetector.AOT_ENABLED, Boolean.toString(hindrance.isEmpty()));
        }
    }

    /** What the build could not know: the first such setting. */
    static Optional<String> hindrance(Environment environment) {
        return Stream.concat(ofTheBuild(environment), given(ConfigurationPropertySources.get(environment)))
                .findFirst();
    }

    private static Stream<String> ofTheBuild(Environment environment) {
        var port = environment.getProperty(MANAGEMENT_PORT, "");
        var ownPort = !port.isBlank() && !port.startsWith("-") && !port.equals(environment.getProperty("server.port"));
        var exposed = Set.of(environment.getProperty(EXPOSED, String[].class, new String[0]));
        return Stream.concat(
                ownPort || port.equals("0") ? Stream.of() : Stream.of(MANAGEMENT_PORT),
                exposed.equals(Set.of("health", "prometheus")) ? Stream.of() : Stream.of(EXPOSED));
    }

    private static Stream<String> given(Iterable<ConfigurationPropertySource> sources) {
        return StreamSupport.stream(sources.spliterator(), false)
                .filter(source -> !isOurOwn(source))
                .flatMap(source ->
                        source instanceof IterableConfigurationPropertySource all ? all.stream() : Stream.of())
                .filter(name -> isOf(DECIDING, name) && !isOf(READ_AT_START, name))
                .map(ConfigurationPropertyName::toString);
    }

    /** The build read the same. */
    private static boolean isOurOwn(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> from
                && from.getName().startsWith("Config resource 'class path resource");
    }

    private static boolean isOf(List<ConfigurationPropertyName> all, ConfigurationPropertyName name) {
        return all.stream().anyMatch(each -> each.equals(name) || each.isAncestorOf(name));
    }

    private static List<ConfigurationPropertyName> names(String... names) {
        return Stream.of(names).map(ConfigurationPropertyName::of).toList();
    }
}
