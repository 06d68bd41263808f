package fr.ondine.testing;

import fr.ondine.testing.services.Services;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A second platform in this JVM: other servers, another master key, other files, the same three utilities. */
public final class AnotherPlatform {

    public static final String DOCUMENTS = "target/documents-elsewhere";

    private AnotherPlatform() {}

    /** Started at the first call, closed when the JVM ends. */
    public static <T> T bean(Class<T> type) {
        return Started.CONTEXT.getBean(type);
    }

    /** What another process needs to be a node of it. */
    public static Map<String, String> properties() {
        var properties = new HashMap<>(Services.elsewhere().properties());
        properties.put("ondine.vault.key", "YW5vdGhlciBtYXN0ZXIga2V5IG9mIDMyIGJ5dGVzISE=");
        properties.put("ondine.portal.scheme", "http");
        properties.put("ondine.portal.port", "8080");
        properties.put("ondine.documents.directory", DOCUMENTS);
        properties.put("ondine.jobs.enabled", "false");
        return properties;
    }

    /** A node of it in this process, as its surroundings say; arguments count more than what comes with the platform. */
    public static ConfigurableApplicationContext start(Map<String, Object> properties, String... arguments) {
        return new SpringApplicationBuilder(TestPlatform.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(properties)
                .run(arguments);
    }

    private static final class Started {
        static final ConfigurableApplicationContext CONTEXT = start(Map.copyOf(properties()));
    }
}
