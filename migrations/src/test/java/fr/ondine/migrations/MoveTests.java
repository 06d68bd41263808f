package fr.ondine.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.migrations.MoveRefused.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A utility goes from one server to another, and is on exactly one of them whatever happens on the way. */
class MoveTests {

    private static final MoveStep.Listener NOBODY = (step, detail) -> {};

    private final DataSource here = Databases.create();
    private final DataSource there = Databases.createElsewhere();
    private final OndineDatabase database = new OndineDatabase(here);
    private final Clusters clusters = new Clusters(database, Map.of("there", there));

    @BeforeEach
    void a_utility_that_has_rows_and_work() {
        database.bootstrap(Databases.PASSWORD);
        new OndineDatabase(there).bootstrap(Databases.PASSWORD);
        database.register(new Registration("a", "A", "name: A", List.of("a.localhost"), "operator:anne", ""));
        database.provision("a");
        Databases.execute(here, """
                set search_path = t_a;
                insert into user_account (id, email, state, created_at)
                    select gen_random_uuid(), 'u' || n, 'ACTIVE', now() from generate_series(1, 500) n;
                insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    values ('send-mail', 'a/1/x', now() + interval '1 day', false, 7);""");
    }

    @Test
    void it_lives_where_it_went_with_every_row_and_its_work() throws SQLException {
        var before = Databases.strings(here, "select t::text from t_a.user_account t order by 1");

        var report = clusters.move("a", "there", "operator:anne", NOBODY);

        assertThat(report.rows()).isEqualTo(500);
        assertThat(report.jobs()).isOne();
        assertThat(Databases.strings(there, "select t::text from t_a.user_account t order by 1"))
                .isEqualTo(before);
        assertThat(Databases.strings(there, "select task_instance from platform.scheduled_tasks"))
                .containsExactly("a/1/x");
        assertThat(Databases.strings(here, "select task_instance from platform.scheduled_tasks"))
                .isEmpty();
        assertThat(home()).isEqualTo("there null");
        assertThat(Databases.strings(there, "select state || coalesce(moving_to, '') from platform.tenant"))
                .containsExactly("READY");
        insertAsUtility(there);
    }

    @Test
    void the_original_is_kept_out_of_reach_until_it_is_deleted() {
        clusters.move("a", "there", "operator:anne", NOBODY);

        assertThat(Databases.strings(here, "select count(*) from moved_a.user_account"))
                .containsExactly("500");
        assertThatThrownBy(() -> insertAsUtility(here)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> asUtility(here, "select * from moved_a.user_account"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");

        assertThat(clusters.deleteKept("a", "main", "operator:anne")).isTrue();
        assertThat(clusters.deleteKept("a", "main", "operator:anne")).isFalse();
        assertThat(schemas(here)).isEmpty();
    }

    @Test
    void it_may_come_back_once_the_older_copy_is_gone() {
        clusters.move("a", "there", "operator:anne", NOBODY);
        clusters.move("a", "main", "operator:anne", NOBODY);

        assertThat(home()).isEqualTo("main null");
        assertThat(schemas(here)).containsExactly("moved_a", "t_a");
        assertThat(Databases.strings(there, "select slug from platform.tenant")).isEmpty();
        assertThatThrownBy(() -> clusters.move("a", "there", "operator:anne", NOBODY))
                .isInstanceOfSatisfying(
                        MoveRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.OLDER_COPY));
        clusters.deleteKept("a", "main", "operator:anne");
        clusters.deleteKept("a", "there", "operator:anne");
        assertThat(clusters.move("a", "there", "operator:anne", NOBODY).rows()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ANNOUNCED",
                "COPYING a",
                "COPYING posting",
                "COPYING user_account",
                "ARRIVED",
                "CLOSED",
                "SWITCHED",
                "DONE"
            })
    void killed_at_any_moment_it_is_on_exactly_one_side_and_can_be_moved_again(String moment) throws Exception {
        assertThat(MoverProcess.diesAt(moment, here, there)).isTrue();
        Databases.awaitNobodyNamed(MoverProcess.NAME, here);
        Databases.awaitNobodyNamed(MoverProcess.NAME, there);

        clusters.settle();

        var isMoved = moment.equals("SWITCHED") || moment.equals("DONE");
        var home = isMoved ? there : here;
        var other = isMoved ? here : there;
        assertThat(home()).isEqualTo(isMoved ? "there null" : "main null");
        assertThat(Databases.strings(home, "select count(*) from t_a.user_account"))
                .containsExactly("500");
        insertAsUtility(home);
        assertThatThrownBy(() -> insertAsUtility(other)).isInstanceOf(SQLException.class);
        assertThat(Databases.strings(home, "select task_instance from platform.scheduled_tasks"))
                .containsExactly("a/1/x");
        assertThat(Databases.strings(other, "select task_instance from platform.scheduled_tasks"))
                .isEmpty();
        if (!isMoved) {
            assertThat(clusters.move("a", "there", "operator:anne", NOBODY).rows())
                    .isEqualTo(501);
        }
    }

    @Test
    void a_mover_that_was_given_up_can_no_longer_switch() throws SQLException {
        assertThatThrownBy(() -> clusters.move("a", "there", "operator:anne", (step, detail) -> {
                    if (step == MoveStep.CLOSED) {
                        Databases.execute(here, "update platform.tenant set moving_to = cluster");
                    }
                }))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("no longer on its way");

        clusters.settle();

        assertThat(home()).isEqualTo("main null");
        insertAsUtility(here);
        assertThat(schemas(there)).isEmpty();
    }

    @Test
    void a_schema_of_the_same_name_that_is_somebody_elses_is_not_touched() throws SQLException {
        Databases.execute(there, "create schema t_a");

        assertThatRefused("a", "there", Reason.TAKEN_THERE);
        clusters.settle();

        assertThat(schemas(there)).containsExactly("t_a");
        insertAsUtility(here);
    }

    @Test
    void what_is_being_written_is_waited_for_and_what_comes_later_is_denied() throws Exception {
        var late = new ArrayList<CompletableFuture<Void>>();
        try (var writer = Databases.asApplication(here)) {
            writer.setAutoCommit(false);
            write(writer, "early");
            var move =
                    CompletableFuture.supplyAsync(() -> clusters.move("a", "there", "operator:anne", (step, detail) -> {
                        if (detail.startsWith("user_account")) {
                            late.add(CompletableFuture.runAsync(this::writeLate, Thread::startVirtualThread));
                            awaitWaiting();
                        }
                    }));
            awaitWaiting();
            writer.commit();
            move.get();
        }

        assertThat(Databases.strings(there, "select email from t_a.user_account where email !~ '^u'"))
                .containsExactly("early");
        assertThatThrownBy(late.getFirst()::get).isInstanceOf(ExecutionException.class);
        assertThat(Databases.strings(here, "select email from moved_a.user_account where email = 'late'"))
                .isEmpty();
    }

    @Test
    void work_in_progress_is_waited_for() {
        Databases.execute(here, "update platform.scheduled_tasks set picked = true, last_heartbeat = now()");
        var done = new ArrayList<MoveStep>();

        clusters.move("a", "there", "operator:anne", (step, detail) -> {
            done.add(step);
            if (step == MoveStep.ANNOUNCED) {
                CompletableFuture.runAsync(() -> Databases.execute(
                                here, "select pg_sleep(1); update platform.scheduled_tasks set picked = false"))
                        .exceptionally(failed -> {
                            throw new CompletionException(failed);
                        });
            }
        });

        assertThat(done).startsWith(MoveStep.ANNOUNCED, MoveStep.COPYING).endsWith(MoveStep.DONE);
    }

    @Test
    void what_makes_no_sense_is_refused_and_changes_nothing() throws SQLException {
        database.draft(new Registration("d", "D", "name: D", List.of("d.localhost"), "operator:anne", ""));
        assertThatRefused("a", "nowhere", Reason.UNKNOWN_CLUSTER);
        assertThatRefused("a", "main", Reason.ALREADY_THERE);
        assertThatRefused("d", "there", Reason.NOT_IN_SERVICE);
        assertThatRefused("nobody", "there", Reason.NOT_IN_SERVICE);
        try (var connection = here.getConnection();
                var _ = AdvisoryLock.on("move a", connection)) {
            assertThatRefused("a", "there", Reason.BEING_MOVED);
            assertThat(clusters.settle()).isEmpty();
        }
        assertThat(home()).isEqualTo("main null");
    }

    @Test
    void where_it_lives_it_is_migrated_and_its_registry_row_is_told() {
        clusters.move("a", "there", "operator:anne", NOBODY);
        for (var registry : List.of(here, there)) {
            Databases.execute(registry, "update platform.tenant set schema_version = 'old', schema_changes = 1");
        }

        assertThat(database.migrateAll().outcomes()).isEmpty();
        assertThat(clusters.migrateAll(FleetProgress.Listener.NOBODY).migrated())
                .containsExactly("a");

        assertThat(Databases.strings(here, "select (schema_version <> 'old')::text from platform.tenant"))
                .containsExactly("true");
        assertThat(schemas(here)).containsExactly("moved_a");
    }

    @Test
    void one_changed_value_changes_the_digest_of_its_table() throws SQLException {
        var table = new TenantTable("user_account", List.of("id", "email"));
        try (var connection = here.getConnection()) {
            var before = TableDigest.of(table, new TenantSchema("a"), connection);
            Databases.execute(here, "update t_a.user_account set email = 'U1' where email = 'u1'");
            var after = TableDigest.of(table, new TenantSchema("a"), connection);
            assertThat(after.rows()).isEqualTo(before.rows());
            assertThat(after.sum()).isNotEqualTo(before.sum());
        }
    }

    private void assertThatRefused(String slug, String to, Reason reason) {
        assertThatThrownBy(() -> clusters.move(slug, to, "operator:anne", NOBODY))
                .isInstanceOfSatisfying(
                        MoveRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private String home() {
        return Databases.strings(
                        here,
                        "select cluster || ' ' || coalesce(moving_to, 'null') from platform.tenant where slug = 'a'")
                .getFirst();
    }

    private static List<String> schemas(DataSource database) {
        return Databases.strings(
                database, "select nspname from pg_namespace where nspname in ('t_a', 'moved_a') order by 1");
    }

    private void writeLate() {
        try (var writer = Databases.asApplication(here)) {
            writer.setAutoCommit(false);
            write(writer, "late");
            writer.commit();
        } catch (SQLException denied) {
            throw new CompletionException(denied);
        }
    }

    /** Until somebody waits for a lock on a table. */
    private void awaitWaiting() {
        var waiting = "select count(*) from pg_locks where not granted and locktype = 'relation'";
        for (var look = 0; look < 100; look++) {
            if (!Databases.strings(here, "select w from (" + waiting + ") x (w), pg_sleep(0.1)")
                    .getFirst()
                    .equals("0")) {
                return;
            }
        }
        throw new IllegalStateException("nobody waits");
    }

    private static void insertAsUtility(DataSource database) throws SQLException {
        try (var connection = Databases.asApplication(database)) {
            connection.setAutoCommit(false);
            write(connection, "one more");
            connection.commit();
        }
    }

    private static void asUtility(DataSource database, String sql) throws SQLException {
        try (var connection = Databases.asApplication(database)) {
            connection.setAutoCommit(false);
            Databases.execute(connection, "set local role t_a; set local search_path = t_a; " + sql);
        }
    }

    private static void write(Connection connection, String email) throws SQLException {
        Databases.execute(
                connection,
                "set local role t_a; set local search_path = t_a; insert into user_account (id, email, state, created_at)"
                        + " values (gen_random_uuid(), '" + email + "', 'ACTIVE', now())");
    }
}
