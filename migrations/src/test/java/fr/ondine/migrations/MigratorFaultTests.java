package fr.ondine.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a fleet when the server or somebody on it gets in the way of its migration. */
class MigratorFaultTests {

    @Test
    @Tag("long")
    void all_connections_cut_in_the_middle_lose_nothing() throws Exception {
        var fleet = SampleFleet.of(12, Databases.bootstrapped());
        var cut = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '"
                + MigratorProcess.NAME + "' and datname = current_database()";

        var report = migratedWith(fleet, () -> Databases.execute(fleet.owner(), cut));

        assertThat(report.outcomes()).hasSize(12);
        assertThat(fleet.byVersion().getOrDefault(SampleFleet.SECOND.version(), List.of()))
                .containsExactlyInAnyOrderElementsOf(report.migrated());
        fleet.finishes();
    }

    @Tag("long")
    @Test
    void a_server_restarted_in_the_middle_loses_nothing(@TempDir Path folder) throws Exception {
        var server = new AtomicReference<>(start(folder, 0));
        var port = server.get().getPort();
        try {
            new OndineDatabase(server.get().getPostgresDatabase()).bootstrap(Databases.PASSWORD);
            var fleet = SampleFleet.of(12, server.get().getPostgresDatabase());

            var report = migratedWith(fleet, () -> {
                stop(server.get());
                server.set(start(folder, port));
            });

            assertThat(report.exitStatus()).isEqualTo(1);
            assertThat(fleet.byVersion()).containsKeys(SampleFleet.FIRST.version(), SampleFleet.SECOND.version());
            fleet.finishes();
        } finally {
            stop(server.get());
        }
    }

    @Test
    void a_reader_who_does_not_let_go_fails_one_tenant_alone() throws Exception {
        var fleet = SampleFleet.of(3, Databases.bootstrapped());
        try (var reader = fleet.owner().getConnection()) {
            reader.setAutoCommit(false);
            Databases.strings(reader, "select name from t_s1.thing");

            var report = fleet.release().migrate(fleet.slugs());

            assertThat(report.migrated()).containsExactly("s0", "s2");
            assertThat(report.failures()).singleElement().satisfies(outcome -> {
                assertThat(outcome.failure()).contains("lock timeout");
                assertThat(outcome.milliseconds()).isGreaterThan(1000);
            });
            reader.rollback();
        }
        assertThat(fleet.byVersion().get(SampleFleet.FIRST.version())).containsExactly("s1");
        fleet.finishes();
    }

    @Test
    void a_change_set_that_was_edited_after_its_release_is_refused() {
        var fleet = SampleFleet.of(2, Databases.bootstrapped());
        var edited = new FleetMigrator(fleet.owner(), Changelog.read("sample/edited.yaml", "sample/rights.sql"));

        var report = edited.migrate(fleet.slugs());

        assertThat(report.failures())
                .hasSize(2)
                .allSatisfy(outcome -> assertThat(outcome.failure()).contains("sample/0001.sql::one"));
        assertThat(fleet.byVersion()).containsOnlyKeys(SampleFleet.FIRST.version());
    }

    /** Migrates over connections that bear a name, with an accident after the second tenant. */
    private static FleetReport migratedWith(SampleFleet fleet, Runnable accident) {
        var release = new FleetMigrator(MigratorProcess.owner(Databases.url(fleet.owner())), SampleFleet.SECOND);
        return release.migrate(fleet.slugs(), progress -> {
            if (progress.done() == 2) {
                accident.run();
            }
        });
    }

    private static EmbeddedPostgres start(Path folder, int port) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
