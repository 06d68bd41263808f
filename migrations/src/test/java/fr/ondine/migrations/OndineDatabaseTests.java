package fr.ondine.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class OndineDatabaseTests {

    private final DataSource owner = Databases.bootstrapped();
    private final OndineDatabase database = new OndineDatabase(owner);

    @Test
    void both_roots_migrate_from_empty() {
        var empty = Databases.create();
        new OndineDatabase(empty).bootstrap(Databases.PASSWORD);

        new OndineDatabase(empty).provision("siegvo");

        assertThat(Databases.strings(empty, "select state from platform.tenant"))
                .containsExactly("READY");
        assertThat(Databases.strings(empty, "select tablename from pg_tables where schemaname = 't_siegvo'"))
                .contains("user_account", "invoice", "posting", "databasechangelog");
    }

    @Test
    void the_second_run_changes_nothing_and_costs_one_query() {
        database.provision("a");
        database.provision("b");
        var counted = new CountedStatements();

        var report = new OndineDatabase(counted.around(owner)).migrateAll();

        assertThat(report.outcomes()).isEmpty();
        assertThat(counted.count()).isEqualTo(1);
    }

    @Test
    void bootstrap_and_provision_may_be_repeated() {
        database.provision("a");
        var fingerprint = Databases.strings(owner, "select schema_fingerprint from platform.tenant");

        database.bootstrap(Databases.PASSWORD);
        database.provision("a");

        assertThat(Databases.strings(owner, "select schema_fingerprint from platform.tenant"))
                .isEqualTo(fingerprint);
    }

    /** After a roll-back an upgrade of the chart, for a domain or a password, runs the migration of the release before. */
    @Test
    void what_a_newer_release_made_is_left_alone_by_an_older_one() {
        var rolledBack = Databases.create();
        var older = new OndineDatabase(rolledBack);
        older.bootstrap(Databases.PASSWORD);
        older.provision("a");
        Databases.execute(rolledBack, """
                insert into platform.databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)
                values ('9999', 'ondine', 'db/platform/9999-newer.sql', now(), 9999, 'EXECUTED');
                comment on schema platform is 'newer'""");

        older.bootstrap(Databases.PASSWORD);

        assertThat(older.migrateAll().failures()).isEmpty();
        assertThat(older.plan().platform()).isEmpty();
        assertThat(Databases.strings(rolledBack, "select obj_description(to_regnamespace('platform'), 'pg_namespace')"))
                .as("the newer one goes on from there")
                .containsExactly("newer");
    }

    @Test
    void what_an_older_release_made_is_brought_up_to_date() {
        var older = Databases.create();
        var database = new OndineDatabase(older);
        database.bootstrap(Databases.PASSWORD);
        Databases.execute(older, "comment on schema platform is 'older'");

        database.bootstrap(Databases.PASSWORD);

        assertThat(Databases.strings(older, "select obj_description(to_regnamespace('platform'), 'pg_namespace')"))
                .noneMatch("older"::equals);
    }

    @Test
    void twenty_tenants_are_made_at_once_from_one_script() {
        IntStream.range(0, 20).forEach(i -> register("n" + i, "name: N", List.of("n" + i + ".localhost")));

        var report = database.migrateAll();

        assertThat(report.failures()).isEmpty();
        assertThat(report.migrated()).hasSize(20);
        assertThat(Databases.strings(owner, "select distinct schema_fingerprint from platform.tenant"))
                .hasSize(1);
    }

    @Test
    void two_processes_starting_at_once_do_not_collide() {
        IntStream.range(0, 6).forEach(i -> register("p" + i, "name: P", List.of()));

        var reports = List.of(new OndineDatabase(owner), new OndineDatabase(owner)).parallelStream()
                .map(process -> {
                    process.bootstrap(Databases.PASSWORD);
                    return process.migrateAll();
                })
                .toList();

        assertThat(reports).allSatisfy(report -> assertThat(report.failures()).isEmpty());
        assertThat(Databases.strings(owner, "select distinct state from platform.tenant"))
                .containsExactly("READY");
    }

    @Test
    void registering_again_changes_configuration_and_hosts() {
        register("a", "name: A", List.of("a.localhost", "old.localhost"));
        register("a", "name: B", List.of("a.localhost", "new.localhost"));

        assertThat(Databases.strings(owner, "select host from platform.tenant_host order by 1"))
                .containsExactly("a.localhost", "new.localhost");
        assertThat(Databases.strings(owner, "select configuration || configuration_version from platform.tenant"))
                .containsExactly("name: B2");
    }

    @Test
    void a_host_belongs_to_one_utility() {
        register("a", "name: A", List.of("a.localhost"));

        assertThatThrownBy(() -> register("b", "name: B", List.of("a.localhost")))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("a.localhost");
    }

    @Test
    void a_name_that_is_no_slug_is_refused() {
        assertThatThrownBy(() -> database.provision("a\" cascade; --")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> database.provision("SIEGVO")).isInstanceOf(IllegalArgumentException.class);
    }

    private void register(String slug, String configuration, List<String> hosts) {
        database.register(new Registration(slug, slug.toUpperCase(Locale.ROOT), configuration, hosts, "test", ""));
    }
}
