package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import fr.ondine.demo.data.DemoData;
import fr.ondine.demo.data.DemoUtility;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import fr.ondine.testing.services.FreePorts;
import fr.ondine.testing.services.PersistentServices;
import fr.ondine.ui.OndineApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** While a release reaches the utilities, pods of the one before serve beside it, on the new schema. */
@Tag("long")
class PreviousReleaseTests {

    private static final TenantId UTILITY = Utilities.MALESHERBOIS;
    private static final String HOST = UTILITY.slug() + ".localhost";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    @TempDir
    Path folder;

    @Test
    void the_release_before_serves_a_dashboard_on_the_schema_of_this_one(TestReporter reporter) throws Exception {
        var previous = PreviousRelease.built();
        reporter.publishEntry("compared with", previous.commit() + ", " + previous.what());
        try (var services = PersistentServices.openEmptied(folder.resolve("services"));
                var current = application(services)) {
            current.getBean(TenantProvisioning.class).provision(previous.configuration(UTILITY.slug()));
            var subscriber = subscriber(current);
            var port = FreePorts.one();
            var older = previous.start(properties(services, port), folder.resolve("older.log"));
            try {
                awaitReady(older, port);
                servesDashboard(
                        subscriber, current.getEnvironment().getRequiredProperty("server.port", int.class), port);
            } finally {
                older.destroy();
                older.waitFor();
            }
        }
    }

    /** Signed in at the new release, read at the older: one session, one schema, two releases. */
    private static void servesDashboard(UserId subscriber, int current, int older) {
        assertThat(new RawHttp(older).get(HOST, "/").body()).contains("Le Malesherbois");
        try (var visit = Visit.at(UTILITY, current)) {
            visit.open(SignInWithoutAsking.path(subscriber));
            var page = visit.page();
            page.navigate("http://" + HOST + ":" + older + "/tableau-de-bord");
            // the first page of a JVM that has just begun
            assertThat(page.locator("h1"))
                    .hasText("Bonjour, Pierre Dupont", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
            assertThat(page.locator("dl").first()).containsText("IT00024");
        }
    }

    private void awaitReady(Process older, int port) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!isReady(port)) {
            assertThat(older.isAlive() && System.nanoTime() < deadline)
                    .as(() -> "the older release starts:\n" + log())
                    .isTrue();
            older.waitFor(200, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean isReady(int port) {
        try {
            return new RawHttp(port).get(HOST, "/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("older.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConfigurableApplicationContext application(PersistentServices services) throws IOException {
        return new SpringApplicationBuilder(OndineApplication.class, SignInWithoutAsking.class)
                .logStartupInfo(false)
                .properties(properties(services, FreePorts.one()))
                .properties(Map.of("ondine.database.migrate-on-start", true))
                .run();
    }

    private Map<String, Object> properties(PersistentServices services, int port) {
        var properties = new HashMap<String, Object>(services.services().properties());
        properties.putAll(Map.of(
                "server.port",
                port,
                "ondine.portal.port",
                port,
                "ondine.database.migrate-on-start",
                false,
                "ondine.vault.key",
                "b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=",
                "ondine.session.secure",
                false,
                "ondine.portal.scheme",
                "http",
                "ondine.jobs.enabled",
                false,
                "ondine.documents.directory",
                folder.resolve("documents")));
        return properties;
    }

    private UserId subscriber(ConfigurableApplicationContext current) throws IOException {
        var zip = folder.resolve("data.zip");
        DemoData.write(DemoUtility.of(UTILITY.slug()), TODAY, zip);
        return TenantContext.callAs(UTILITY, () -> {
            var report = current.getBean(Imports.class).run(zip);
            assertThat(report.accepted()).as(report.text()).isTrue();
            return current.getBean(TransactionTemplate.class)
                    .execute(status -> linked(current.getBean(JdbcClient.class)));
        });
    }

    private static UserId linked(JdbcClient database) {
        var rows = new Rows(database);
        var user = rows.user();
        var agreement = database.sql("select id from agreement where number = 'IT00024'")
                .query(UUID.class)
                .single();
        rows.link(user, new AgreementId(agreement));
        return user;
    }
}
