package fr.ondine.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * How long the production jar takes until somebody may be sent there, without and with the JVM's cache, and what it holds
 * at rest; beside it a Spring Boot web application of one page, of the same libraries, in the same run.
 */
final class StartBench {

    /** What a page over HTTP needs, and nothing else that would configure itself. */
    private static final String BARE = "(spring-(core|beans|context|aop|expression|web|webmvc)|tomcat-embed-(core|el)"
            + "|spring-boot(-(autoconfigure|webmvc|web-server|tomcat|servlet|http-converter|jackson))?|jackson-.*|logback-.*"
            + "|slf4j-api|jul-to-slf4j|log4j-.*|snakeyaml|jakarta.annotation-api|micrometer-(observation|commons)"
            + "|commons-logging|jspecify)-[0-9].*";

    private static final String BARE_SOURCE = """
            package bare;

            @org.springframework.boot.autoconfigure.SpringBootApplication
            @org.springframework.web.bind.annotation.RestController
            public class Bare {
                @org.springframework.web.bind.annotation.GetMapping("/")
                public String page() {
                    return "a page";
                }

                public static void main(String[] arguments) {
                    org.springframework.boot.SpringApplication.run(Bare.class, arguments);
                }
            }
            """;

    private static final int RUNS = 3;
    private static final double MOST_START = 1.5;
    private static final double MOST_IDLE = 2;

    private final Path folder;
    private final StartedJvm ondine;
    private final StartedJvm bare;

    private StartBench(FleetPlatform platform, Path jar) throws IOException, InterruptedException {
        folder = platform.folder().resolve("app");
        run("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString());
        ondine = new StartedJvm(
                "ondine",
                folder,
                List.of("-jar", folder.resolve("ondine.jar").toString()),
                ofOndine(platform),
                "management.server.port",
                "/actuator/health/readiness");
        bare = new StartedJvm(
                "bare", folder, List.of("-cp", bareClasses(), "bare.Bare"), List.of(), "server.port", "/");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var jar = Path.of("tenant-ui", "target", "ondine.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            System.err.println("ondine: there is no " + jar + ": ./ondine package makes it.");
            System.exit(1);
        }
        new StartBench(FleetPlatform.emptyIn("start"), jar).measure().end();
    }

    private Bars measure() throws IOException, InterruptedException {
        ondine.once(); // the schema is made once, before anything is measured
        var caches = new HashMap<StartedJvm, String>();
        for (var application : List.of(ondine, bare)) {
            var cache = folder.resolve(application.name() + ".aot");
            application.once("-XX:AOTCacheOutput=" + cache);
            caches.put(application, "-XX:AOTCache=" + cache);
        }
        var figures = new HashMap<String, List<StartedJvm.Figures>>();
        for (var run = 0; run < RUNS; run++) { // in turn, so that a busy moment meets all
            for (var application : List.of(ondine, bare)) {
                add(figures, application.name() + " cold", application.once());
                add(figures, application.name() + " cached", application.once(caches.get(application)));
            }
        }
        for (var application : List.of(ondine, bare)) {
            print(
                    "\"what\":\"%s\",\"cold_s\":%.2f,\"aot_s\":%.2f,\"idle_mb\":%.0f,\"cold_idle_mb\":%.0f",
                    application.name(),
                    seconds(figures, application, "cold"),
                    seconds(figures, application, "cached"),
                    megabytes(figures, application, "cached"),
                    megabytes(figures, application, "cold"));
        }
        var start = seconds(figures, ondine, "cached") / seconds(figures, bare, "cold");
        var idle = megabytes(figures, ondine, "cached") / megabytes(figures, bare, "cold");
        print(
                "\"what\":\"ratio\",\"aot_to_bare_cold\":%.2f,\"idle_to_bare\":%.2f,\"load\":%.1f",
                start, idle, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        var bars = new Bars("start");
        bars.atMost("aot_to_bare_cold", MOST_START, start);
        bars.atMost("idle_to_bare", MOST_IDLE, idle);
        return bars;
    }

    private static void add(Map<String, List<StartedJvm.Figures>> figures, String what, StartedJvm.Figures measured) {
        figures.computeIfAbsent(what, absent -> new ArrayList<>()).add(measured);
    }

    private static double seconds(Map<String, List<StartedJvm.Figures>> figures, StartedJvm of, String how) {
        return Seconds.median(figures.get(of.name() + " " + how), StartedJvm.Figures::seconds);
    }

    private static double megabytes(Map<String, List<StartedJvm.Figures>> figures, StartedJvm of, String how) {
        return Seconds.median(figures.get(of.name() + " " + how), StartedJvm.Figures::megabytes);
    }

    private static void print(String fields, Object... values) {
        System.out.println(String.format(Locale.ROOT, "{\"bench\":\"start\"," + fields + "}", values));
    }

    private static List<String> ofOndine(FleetPlatform platform) {
        var settings = new HashMap<>(platform.properties());
        settings.put("management.endpoints.web.exposure.include", "health,prometheus"); // as the chart sets it
        return settings.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toList();
    }

    private String bareClasses() throws IOException {
        var libraries = libraries();
        var source = Files.writeString(folder.resolve("Bare.java"), BARE_SOURCE);
        var compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.resolve("bare").toString(), "-cp", libraries, source.toString());
        if (compiled != 0) {
            throw new IllegalStateException("the bare application does not compile");
        }
        // a jar, since the JVM caches no classes of folders
        var jar = folder.resolve("bare.jar").toString();
        var packed = java.util.spi.ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-cf",
                        jar,
                        "-C",
                        folder.resolve("bare").toString(),
                        ".");
        if (packed != 0) {
            throw new IllegalStateException("the bare application cannot be packed");
        }
        return jar + ":" + libraries;
    }

    private String libraries() throws IOException {
        try (var all = Files.list(folder.resolve("lib"))) {
            return all.filter(library -> library.getFileName().toString().matches(BARE))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(":"));
        }
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of(StartedJvm.java()), Stream.of(arguments))
                .toList();
        var status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(Map.of("status", status, "of", command).toString());
        }
    }
}
