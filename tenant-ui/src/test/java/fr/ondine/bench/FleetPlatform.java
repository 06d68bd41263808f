package fr.ondine.bench;

import fr.ondine.testing.services.PersistentServices;
import fr.ondine.testing.services.Services;
import fr.ondine.ui.OndineApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A platform with servers of its own, which write to the disk as those of production do. */
record FleetPlatform(PersistentServices servers, Path folder) {

    /** Its servers stop and its folder goes when this JVM ends, however it ends. */
    static FleetPlatform emptyIn(String name) {
        var folder = Path.of(System.getProperty("demonstration.directory"), "bench-fleet", name);
        var platform = new FleetPlatform(PersistentServices.openEmptied(folder), folder);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::remove));
        return platform;
    }

    private void remove() {
        servers.close();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException | UncheckedIOException left) {
            // not to be thrown: whoever ends a process that is ending waits for ever
            System.err.println("ondine: " + left + " is left in " + folder);
        }
    }

    /** The owner's connections, each a new one. */
    static DataSource owner(Services.Database database) {
        return new DriverManagerDataSource(database.url(), database.ownerUsername(), database.ownerPassword());
    }

    /** One that stays open, as the application's do between two additions. */
    DataSource ownerOnce() {
        return new SingleConnectionDataSource(
                database().url(), database().ownerUsername(), database().ownerPassword(), true);
    }

    Services.Database database() {
        return servers.services().database();
    }

    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>(servers.services().properties());
        properties.putAll(Map.of(
                "server.port",
                0,
                "ondine.vault.key",
                "b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=",
                "ondine.session.secure",
                false,
                "ondine.imports.rest",
                0,
                "ondine.portal.scheme",
                "http",
                "spring.mail.host",
                "127.0.0.1",
                "ondine.documents.directory",
                folder.resolve("documents")));
        return properties;
    }

    /** The application of production on these servers. */
    ConfigurableApplicationContext start() {
        return start(properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
    }

    static ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(OndineApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(properties);
    }
}
