package fr.ondine.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole utility goes from one database to another. */
class TransfersTests {

    private static final String WORK = "0b8f4a52-9f0e-4a39-9b1c-0d6a53d8c1aa/0123abcd";
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final String NOT_YET = "db/tenant/0008-imports.sql ondine imports";

    private static final DataSource MODEL = Databases.bootstrapped();

    private final DataSource here = Databases.copy(MODEL);
    private final DataSource there = Databases.bootstrapped();
    private final OndineDatabase source = new OndineDatabase(here);
    private final OndineDatabase target = new OndineDatabase(there);

    @BeforeAll
    static void a_utility_with_rows_that_refer_to_each_other() {
        var model = new OndineDatabase(MODEL);
        model.register(registration("a", "name: A"));
        model.provision("a");
        Databases.execute(MODEL, """
                set search_path = t_a;
                insert into user_account (id, email, state, created_at)
                    values (gen_random_uuid(), E'tab\\there\\\\ and\\nthere', 'ACTIVE', now());
                insert into premise values (gen_random_uuid(), 'P', '1 rue', null, '57000', 'Metz');
                insert into service_point select gen_random_uuid(), 'S', id, 'WATER' from premise;
                insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    values ('send-mail', 'a/WORK', now(), true, 7), ('send-mail', 'ab/WORK', now(), false, 1);""".replace("WORK", WORK));
    }

    @Test
    void what_a_row_refers_to_is_filled_before_it() {
        try (var snapshot = source.transfers().snapshot("a")) {
            var names = snapshot.tables().stream().map(TenantTable::name).toList();
            assertThat(names).containsSubsequence("premise", "service_point", "agreement", "posting");
            assertThat(names).noneMatch(name -> name.startsWith("databasechangelog"));
        }
    }

    @Test
    void its_rows_are_read_with_its_own_rights_alone() {
        Databases.execute(here, "revoke select on t_a.premise from t_a");

        assertThatThrownBy(() -> read("a", List.of())).hasStackTraceContaining("permission denied for table premise");
    }

    @Test
    void a_reading_that_is_given_up_leaves_the_connection_as_it_was() throws Exception {
        Databases.execute(
                here,
                "insert into t_a.premise select gen_random_uuid(), 'P' || n, 'rue', null, '57000', 'Metz'"
                        + " from generate_series(1, 1000) n");
        try (var connection = here.getConnection()) {
            var snapshot = SchemaSnapshot.open(new TenantSchema("a"), connection);
            assertThatThrownBy(() -> snapshot.read(new TenantTable("premise", List.of("reference")), row -> {
                        throw new IOException("no room");
                    }))
                    .hasMessage("no room");
            connection.rollback();

            for (var number : List.of("1", "2", "3", "4", "5")) {
                assertThat(Databases.strings(connection, "select " + number)).containsExactly(number);
                connection.commit();
            }
        }
    }

    @Test
    void it_arrives_whole_with_its_past_and_its_waiting_work() throws IOException {
        source.register(registration("a", "name: A, changed"));

        move("a", registration("a", "name: A, changed"));

        for (var table : List.of("user_account", "premise", "service_point")) {
            assertThat(rows(there, "t_a." + table)).isEqualTo(rows(here, "t_a." + table));
        }
        assertThat(Databases.strings(there, "select task_instance || picked from platform.scheduled_tasks"))
                .containsExactly("a/" + WORK + "false");
        assertThat(Databases.strings(there, "select state || configuration_version from platform.tenant"))
                .containsExactly("READY2");
        assertThat(Databases.strings(there, "select configuration from platform.tenant_configuration order by version"))
                .containsExactly("name: A", "name: A, changed");
    }

    @Test
    void under_another_name_its_configuration_becomes_a_version_of_its_own() throws IOException {
        move("a", registration("b", "name: B"));

        assertThat(rows(there, "t_b.service_point")).isEqualTo(rows(here, "t_a.service_point"));
        assertThat(Databases.strings(there, "select task_instance from platform.scheduled_tasks"))
                .containsExactly("b/" + WORK);
        assertThat(Databases.strings(there, "select configuration from platform.tenant_configuration order by version"))
                .containsExactly("name: A", "name: B");
    }

    @Test
    void an_older_schema_is_filled_as_it_was_and_then_brought_up_to_date() throws IOException {
        var older =
                changeSets().stream().filter(line -> !line.startsWith(NOT_YET)).toList();

        admit(arrival(registration("a", "name: A"), older), read("a", List.of("import_run")));

        assertThat(rows(there, "t_a.service_point")).hasSize(1);
        assertThat(Databases.strings(there, "select to_regclass('t_a.import_run')::text"))
                .containsExactly("t_a.import_run");
        assertThat(Databases.strings(there, "select schema_fingerprint from platform.tenant"))
                .isEqualTo(Databases.strings(here, "select schema_fingerprint from platform.tenant"));
    }

    @Test
    void a_newer_schema_is_refused_by_name() {
        var newer = new ArrayList<>(changeSets());
        newer.add("db/tenant/0099-later.sql ondine later 9:abc");

        assertThatThrownBy(() -> admit(arrival(registration("a", "name: A"), newer), Map.of()))
                .isInstanceOf(UnknownChangeSets.class)
                .hasMessageContaining("0099-later");
        assertThatNothingArrived();
    }

    @Test
    void a_change_set_with_another_text_is_refused() {
        var other = changeSets().stream()
                .map(line -> line.startsWith(NOT_YET) ? NOT_YET + " 9:abc" : line)
                .toList();

        assertThatThrownBy(() -> admit(arrival(registration("a", "name: A"), other), Map.of()))
                .isInstanceOf(UnknownChangeSets.class);
        assertThatNothingArrived();
    }

    @Test
    void what_does_not_fit_leaves_nothing_behind() {
        var arrival = arrival(registration("a", "name: A"), changeSets());

        assertThatThrownBy(() -> admit(arrival, Map.of("service_point", List.of("nonsense\n".getBytes()))))
                .isInstanceOf(MigrationFailed.class);
        assertThatNothingArrived();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0b8f4a52-9f0e-4a39-9b1c-0d6a53d8c1aa", "b/0b8f4a52-9f0e-4a39-9b1c-0d6a53d8c1aa/0123abcd", "1/x"
            })
    void work_that_could_be_somebody_elses_is_not_taken_over(String instance) {
        var work = Map.of("jobs", List.of(("send-mail\t" + instance + "\t2099-01-01 00:00:00+00\n").getBytes()));

        assertThatThrownBy(() -> admit(arrival(registration("a", "name: A"), changeSets()), work))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("arriving_job_instance_check");
        assertThatNothingArrived();
        assertThat(Databases.strings(there, "select task_name from platform.scheduled_tasks"))
                .isEmpty();
    }

    @Test
    void a_change_set_without_a_digest_is_refused() {
        assertThatThrownBy(() -> admit(arrival(registration("a", "name: A"), List.of("nonsense")), Map.of()))
                .isInstanceOf(UnknownChangeSets.class);
        assertThatNothingArrived();
    }

    @Test
    void rest_is_looked_at_for_longer_than_any_node_takes_to_notice() {
        var begun = System.nanoTime();

        assertThat(source.transfers().restsWithin("a", PATIENCE)).isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(2900));
    }

    @Test
    void whoever_still_writes_does_not_rest() throws Exception {
        try (var writer = here.getConnection()) {
            writer.setAutoCommit(false);
            Databases.execute(writer, "update t_a.premise set city = 'Nancy'");

            assertThat(source.transfers().restsWithin("a", PATIENCE)).isFalse();
            writer.commit();
            assertThat(source.transfers().restsWithin("a", PATIENCE)).isTrue();
        }
    }

    @Test
    void a_name_that_is_taken_is_refused_before_anything_is_done() {
        target.provision("a");

        assertThatThrownBy(() -> target.transfers()
                        .admit(
                                arrival(registration("a", "name: A"), changeSets()),
                                () -> {
                                    throw new AssertionError("too early");
                                },
                                schema -> {}))
                .isInstanceOf(AlreadyHere.class);
    }

    private void assertThatNothingArrived() {
        assertThat(Databases.strings(there, "select slug from platform.tenant")).isEmpty();
        assertThat(Databases.strings(there, "select nspname from pg_namespace where nspname like 't\\_%'"))
                .isEmpty();
    }

    private void move(String slug, Registration utility) throws IOException {
        admit(arrival(utility, changeSets()), read(slug, List.of()));
    }

    private void admit(Arrival arrival, Map<String, List<byte[]>> data) throws IOException {
        target.transfers().admit(arrival, () -> {}, schema -> {
            for (var table : schema.tables()) {
                schema.fill(table, rows(data, table.name()));
            }
            schema.takeOver(rows(data, "jobs"));
        });
    }

    private Arrival arrival(Registration utility, List<String> changeSets) {
        return new Arrival(utility, source.transfers().pastOf("a"), changeSets);
    }

    private List<String> changeSets() {
        try (var snapshot = source.transfers().snapshot("a")) {
            return snapshot.changeSets();
        }
    }

    private Map<String, List<byte[]>> read(String slug, List<String> but) throws IOException {
        var data = new HashMap<String, List<byte[]>>();
        try (var snapshot = source.transfers().snapshot(slug)) {
            for (var table : snapshot.tables()) {
                if (!but.contains(table.name())) {
                    snapshot.read(table, data.computeIfAbsent(table.name(), _ -> new ArrayList<>())::add);
                }
            }
            snapshot.jobs(data.computeIfAbsent("jobs", _ -> new ArrayList<>())::add);
        }
        return data;
    }

    private static SchemaArrival.Rows rows(Map<String, List<byte[]>> data, String name) {
        Iterator<byte[]> rows = data.getOrDefault(name, List.of()).iterator();
        return () -> rows.hasNext() ? rows.next() : null;
    }

    private static List<String> rows(DataSource database, String table) {
        return Databases.strings(database, "select t::text from " + table + " t order by 1");
    }

    private static Registration registration(String slug, String configuration) {
        return new Registration(slug, "A", configuration, List.of(slug + ".localhost"), "operator:anne", "");
    }
}
