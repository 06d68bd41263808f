package fr.ondine.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A release of two change sets meets a fleet that is at the first, with a small changelog of its own. */
class FleetMigratorTests {

    private static final Changelog FIRST = SampleFleet.FIRST;
    private static final Changelog SECOND = SampleFleet.SECOND;

    private final DataSource owner = Databases.bootstrapped();
    private final FleetMigrator release = new FleetMigrator(owner, SECOND);

    @BeforeEach
    void three_tenants_at_the_first_release() {
        assertThat(new FleetMigrator(owner, FIRST)
                        .migrate(List.of("a", "b", "c"))
                        .failures())
                .isEmpty();
        Databases.execute(owner, "insert into t_a.thing values (1, 'kept')");
    }

    @Test
    void one_script_serves_all_tenants_in_the_same_state() {
        assertThat(release.migrate(List.of("a", "b", "c")).failures()).isEmpty();

        assertThat(release.scriptsWritten())
                .as("from the first release, and from empty to compare")
                .isEqualTo(2);
        assertThat(Databases.strings(owner, "select name || colour from t_a.thing"))
                .containsExactly("keptblue");
    }

    @Test
    void old_and_new_tenants_end_with_the_same_schema() {
        assertThat(release.migrate(List.of("a", "new")).failures()).isEmpty();

        assertThat(digests("'a', 'new'")).hasSize(1);
    }

    @Test
    void a_broken_tenant_stops_no_other_and_keeps_its_version() {
        Databases.execute(owner, "create table t_b.part (surprise text)");

        var report = release.migrate(List.of("a", "b", "c"));

        assertThat(report.migrated()).containsExactly("a", "c");
        assertThat(report.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.slug()).isEqualTo("b");
            assertThat(failure.failure()).contains("\"part\" already exists");
        });
        assertThat(tenant("b", "state")).as("its portal stays").isEqualTo("READY");
        assertThat(tenant("b", "schema_version")).isEqualTo(FIRST.version());
        assertThat(tenant("b", "last_error")).contains("\"part\" already exists");
        assertThat(columns("t_b")).as("nothing half done").doesNotContain("colour");
    }

    @Test
    void a_repaired_tenant_is_migrated_by_the_next_run_alone() throws Exception {
        Databases.execute(owner, "create table t_b.part (surprise text)");
        release.migrate(List.of("a", "b", "c"));
        Databases.execute(owner, "drop table t_b.part");

        assertThat(release.behind()).containsExactly("b");
        assertThat(release.migrate(release.behind()).migrated()).containsExactly("b");
        assertThat(tenant("b", "last_error")).isEqualTo("null");
    }

    @Test
    void a_schema_that_was_tampered_with_is_not_called_ready() {
        Databases.execute(owner, "drop table t_b.thing; create table t_b.thing (id bigint primary key, name text)");

        var report = release.migrate(List.of("b", "c"));

        assertThat(report.migrated()).containsExactly("c");
        assertThat(report.failures().getFirst().failure()).contains("thing.id integer");
        assertThat(columns("t_b")).doesNotContain("colour");
    }

    @Test
    void a_tenant_of_a_newer_release_is_left_alone_by_an_older_one() throws Exception {
        release.migrate(List.of("a", "b", "c"));
        var older = new FleetMigrator(owner, FIRST);

        assertThat(older.behind()).isEmpty();
        assertThat(older.migrate(List.of("a")).failures()).isEmpty();
        assertThat(tenant("a", "schema_version")).isEqualTo(SECOND.version());
        assertThat(tenant("a", "last_error")).isEqualTo("null");
    }

    @Test
    void a_tenant_registered_before_change_sets_were_counted_is_counted() throws Exception {
        release.migrate(List.of("a", "b", "c"));
        Databases.execute(owner, "update platform.tenant set schema_changes = null where slug = 'a'");

        assertThat(release.behind()).containsExactly("a");
        assertThat(release.migrate(release.behind()).failures()).isEmpty();
        assertThat(tenant("a", "schema_changes")).isEqualTo("2");
    }

    @Test
    void a_new_tenant_that_cannot_be_made_is_marked_as_failed() {
        Databases.execute(owner, "create schema t_d; create table t_d.thing (id text)");

        assertThat(release.migrate(List.of("d")).failures()).hasSize(1);
        assertThat(tenant("d", "state")).isEqualTo("FAILED");
    }

    @Test
    void a_suspended_tenant_is_migrated_and_stays_suspended() {
        Databases.execute(owner, "update platform.tenant set state = 'SUSPENDED' where slug = 'c'");

        release.migrate(List.of("c"));

        assertThat(tenant("c", "state")).isEqualTo("SUSPENDED");
        assertThat(tenant("c", "schema_version")).isEqualTo(SECOND.version());
    }

    @Test
    void a_lost_connection_fails_one_tenant_and_is_recorded() {
        Databases.execute(owner, """
                create function cut() returns event_trigger language plpgsql as
                $$ begin
                    if current_setting('search_path') like '%t_b%' then
                        perform pg_terminate_backend(pg_backend_pid());
                    end if;
                end $$;
                create event trigger cut on ddl_command_end execute function cut()""");

        var report = release.migrate(List.of("a", "b", "c"));

        assertThat(report.migrated()).containsExactly("a", "c");
        assertThat(tenant("b", "schema_version")).isEqualTo(FIRST.version());
        assertThat(tenant("b", "last_error")).isNotEqualTo("null");
    }

    private String tenant(String slug, String column) {
        return Databases.strings(owner, "select " + column + " from platform.tenant where slug = '" + slug + "'")
                .getFirst();
    }

    private List<String> digests(String slugs) {
        return Databases.strings(
                owner, "select distinct schema_fingerprint from platform.tenant where slug in (" + slugs + ")");
    }

    private List<String> columns(String schema) {
        return Databases.strings(
                owner, "select column_name from information_schema.columns where table_schema = '" + schema + "'");
    }
}
