package fr.ondine.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.MapPropertySource;

/** Who takes traces by OTLP over HTTP; none is made but while a test asks for them. */
@TestConfiguration(proxyBeanMethods = false)
public class CollectedTraces implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final CollectedTraces SHARED = new CollectedTraces();

    private final List<ReceivedSpan> spans = new CopyOnWriteArrayList<>();
    private volatile boolean isAsked;

    static List<ReceivedSpan> during(Runnable work) {
        SHARED.spans.clear();
        SHARED.isAsked = true;
        try {
            work.run();
        } finally {
            SHARED.isAsked = false;
        }
        return SHARED.spans;
    }

    /** What arrived so far. */
    static List<ReceivedSpan> received() {
        return SHARED.spans;
    }

    @Override
    public void initialize(ConfigurableApplicationContext application) {
        application
                .getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "traces",
                        Map.of(
                                "management.opentelemetry.tracing.export.otlp.endpoint",
                                Door.ADDRESS,
                                "management.opentelemetry.tracing.export.schedule-delay",
                                Duration.ofMillis(100))));
    }

    @Bean
    Sampler sampler() {
        var always = Sampler.alwaysOn();
        var never = Sampler.alwaysOff();
        return Sampler.parentBased(new Sampler() {
            @Override
            public SamplingResult shouldSample(
                    Context parent,
                    String trace,
                    String name,
                    SpanKind kind,
                    Attributes attributes,
                    List<LinkData> links) {
                return (SHARED.isAsked ? always : never).shouldSample(parent, trace, name, kind, attributes, links);
            }

            @Override
            public String getDescription() {
                return "while a test asks";
            }
        });
    }

    private static void receive(HttpExchange exchange) throws IOException {
        SHARED.spans.addAll(ReceivedSpan.all(exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static final class Door {

        static final String ADDRESS = "http://localhost:" + opened() + "/v1/traces";

        private static int opened() {
            try {
                var door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
                door.createContext("/v1/traces", CollectedTraces::receive);
                door.start();
                return door.getAddress().getPort();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
