package fr.ondine.migrations;

import static fr.ondine.migrations.MoveScene.ANNE;
import static fr.ondine.migrations.MoveScene.insertAsUtility;
import static fr.ondine.migrations.MoveScene.jobs;
import static fr.ondine.migrations.MoveScene.schemas;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.migrations.MoveRefused.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A utility goes from one server to another, with all that it has. */
class MoveTests {

    private final MoveScene scene = MoveScene.prepare();
    private final Moves moves = scene.moves();

    @Test
    void it_lives_where_it_went_with_every_row_and_its_work() throws SQLException {
        var rows = "select t::text from t_a.thing t order by 1";
        var before = Databases.strings(scene.here(), rows);

        var report = scene.move("there");

        assertThat(report.rows()).isEqualTo(501);
        assertThat(report.jobs()).isOne();
        assertThat(Databases.strings(scene.there(), rows)).isEqualTo(before);
        assertThat(jobs(scene.there())).containsExactly(MoveScene.JOB);
        assertThat(jobs(scene.here())).isEmpty();
        assertThat(scene.home()).isEqualTo("there null");
        assertThat(MoveScene.isWorking(scene.there())).isTrue();
        assertThat(MoveScene.isWorking(scene.here())).isFalse();
        insertAsUtility(scene.there());
    }

    @Test
    void the_original_is_kept_out_of_reach_until_it_is_deleted() {
        scene.move("there");

        assertThat(Databases.strings(scene.here(), "select count(*) from moved_a.thing"))
                .containsExactly("500");
        assertThatThrownBy(() -> insertAsUtility(scene.here())).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> MoveScene.asUtility(scene.here(), "select * from moved_a.thing"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");

        assertThat(moves.kept("a")).containsExactly("main");
        assertThat(moves.deleteKept("a", "main", ANNE)).isTrue();
        assertThat(moves.kept("a")).isEmpty();
        assertThat(moves.deleteKept("a", "main", ANNE)).isFalse();
        assertThat(schemas(scene.here())).isEmpty();
    }

    @Test
    void what_is_closed_on_the_way_is_not_told_to_be_kept() {
        assertThatThrownBy(() -> moves.move("a", "there", ANNE, (step, detail) -> {
                    if (step == MoveStep.CLOSED) {
                        assertThat(schemas(scene.here())).containsExactly("moved_a");
                        assertThat(moves.kept("a")).isEmpty();
                        throw new IllegalStateException("died");
                    }
                }))
                .hasMessage("died");

        moves.settle("a");
        assertThat(moves.kept("a")).isEmpty();
        assertThat(moves.kept("nobody")).isEmpty();
    }

    @Test
    void a_cluster_that_is_away_shows_nothing() {
        scene.move("there");
        var gone = new Clusters(scene.database(), Map.of("there", scene.there(), "gone", MoveScene.nobody()));
        assertThat(gone.moves().kept("a")).containsExactly("main");
    }

    @Test
    void it_may_come_back_once_the_older_copy_is_gone() {
        scene.move("there");
        assertThatRefused(() -> scene.move("main"), Reason.OLDER_COPY);
        assertThat(scene.home()).as("and was not announced").isEqualTo("there null");
        assertThatRefused(() -> moves.deleteKept("a", "there", ANNE), Reason.LIVES_THERE);

        moves.deleteKept("a", "main", ANNE);
        assertThat(scene.move("main").rows()).isEqualTo(501);

        assertThat(scene.home()).isEqualTo("main null");
        assertThat(schemas(scene.here())).containsExactly("t_a");
        assertThat(jobs(scene.here())).containsExactly(MoveScene.JOB);
        assertThat(Databases.strings(scene.there(), "select slug from platform.tenant"))
                .isEmpty();
        assertThat(MoveScene.isWorking(scene.here())).isTrue();
    }

    @Test
    void a_schema_of_the_same_name_that_is_somebody_elses_is_not_touched() throws SQLException {
        Databases.execute(scene.there(), "create schema t_a");
        assertThatRefused(() -> scene.move("there"), Reason.TAKEN_THERE);
        moves.settle();
        assertThat(schemas(scene.there())).containsExactly("t_a");
        insertAsUtility(scene.here());
    }

    @Test
    void what_a_cluster_knew_of_it_before_gives_way_to_what_arrives() throws SQLException {
        Databases.execute(
                scene.there(), "insert into platform.tenant (slug, name, state) values ('a', 'Old', 'PROVISIONING')");

        scene.move("there");

        assertThat(MoveScene.isWorking(scene.there())).isTrue();
        assertThat(Databases.strings(scene.there(), "select name from platform.tenant"))
                .containsExactly("A");
    }

    @Test
    void nor_is_one_on_the_main_database() throws SQLException {
        scene.move("there");
        moves.deleteKept("a", "main", ANNE);
        Databases.execute(scene.here(), "create schema t_a create table theirs (n int)");

        assertThatRefused(() -> scene.move("main"), Reason.TAKEN_THERE);
        Databases.execute(scene.here(), "update platform.tenant set moving_to = 'main'"); // as a mover that died says
        assertThat(moves.settle()).containsExactly("a");

        assertThat(Databases.strings(scene.here(), "select to_regclass('t_a.theirs')"))
                .containsExactly("t_a.theirs");
        assertThat(scene.home()).isEqualTo("there null");
        insertAsUtility(scene.there());
    }

    @Test
    void what_is_being_written_is_waited_for_and_what_comes_later_is_denied() throws Exception {
        var late = new ArrayList<CompletableFuture<Void>>();
        try (var writer = Databases.asApplication(scene.here())) {
            writer.setAutoCommit(false);
            MoveScene.write(writer, "early");
            var move = CompletableFuture.supplyAsync(() -> moves.move("a", "there", ANNE, (step, detail) -> {
                if (detail.startsWith("thing")) {
                    late.add(CompletableFuture.runAsync(this::writeLate, Thread::startVirtualThread));
                    MoveScene.awaitWaiting("relation", scene.here());
                }
            }));
            MoveScene.awaitWaiting("relation", scene.here());
            writer.commit();
            move.get();
        }

        assertThat(Databases.strings(scene.there(), "select name from t_a.thing where name !~ '^u'"))
                .containsExactly("early");
        assertThatThrownBy(late.getFirst()::get).isInstanceOf(ExecutionException.class);
        assertThat(Databases.strings(scene.here(), "select name from moved_a.thing where name = 'late'"))
                .isEmpty();
    }

    @Test
    void a_table_that_is_held_for_too_long_is_told_as_work_and_nothing_has_moved() throws SQLException {
        try (var writer = Databases.asApplication(scene.here())) {
            writer.setAutoCommit(false);

            assertThatRefused(
                    () -> moves.move("a", "there", ANNE, (step, detail) -> {
                        if (detail.equals("a")) {
                            writeLate(writer);
                        }
                    }),
                    Reason.STILL_AT_WORK);
            writer.commit();
        }
        moves.settle();

        assertThat(scene.home()).isEqualTo("main null");
        assertThat(Databases.strings(scene.here(), "select name from t_a.thing where name !~ '^u'"))
                .containsExactly("late");
    }

    @Test
    void work_in_progress_is_waited_for() {
        Databases.execute(scene.here(), "update platform.scheduled_tasks set picked = true, last_heartbeat = now()");
        var done = new ArrayList<MoveStep>();

        moves.move("a", "there", ANNE, (step, detail) -> {
            done.add(step);
            if (step == MoveStep.ANNOUNCED) {
                CompletableFuture.runAsync(() -> Databases.execute(
                                scene.here(),
                                "select pg_sleep(0.5); update platform.scheduled_tasks set picked = false"))
                        .exceptionally(failed -> {
                            throw new CompletionException(failed);
                        });
            }
        });

        assertThat(done).startsWith(MoveStep.ANNOUNCED, MoveStep.COPYING).endsWith(MoveStep.DONE);
    }

    @Test
    void work_that_comes_in_after_the_copy_sends_the_move_back() {
        assertThatRefused(
                () -> moves.move("a", "there", ANNE, (step, detail) -> {
                    if (step == MoveStep.ARRIVED) {
                        Databases.execute(
                                scene.here(),
                                "insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked,"
                                        + " version) values ('send-mail', 'a/x/y', now(), false, 1)");
                    }
                }),
                Reason.STILL_AT_WORK);

        moves.settle();

        assertThat(jobs(scene.here())).contains(MoveScene.JOB, "a/x/y");
        assertThat(scene.home()).isEqualTo("main null");
        assertThat(MoveScene.things(scene.here())).isEqualTo("500");
    }

    @Test
    void what_makes_no_sense_is_refused_and_changes_nothing() throws SQLException {
        scene.database().draft(new Registration("d", "D", "name: D", List.of("d.localhost"), ANNE, ""));
        assertThatRefused(() -> scene.move("nowhere"), Reason.UNKNOWN_CLUSTER);
        assertThatRefused(() -> scene.move("main"), Reason.ALREADY_THERE);
        assertThatRefused(() -> moves.move("d", "there", ANNE, MoveScene.NOBODY), Reason.NOT_IN_SERVICE);
        assertThatRefused(() -> moves.move("nobody", "there", ANNE, MoveScene.NOBODY), Reason.NOT_IN_SERVICE);
        try (var connection = scene.here().getConnection();
                var _ = AdvisoryLock.on("move a", connection)) {
            assertThatRefused(() -> scene.move("there"), Reason.BEING_MOVED);
            assertThatRefused(() -> moves.deleteKept("a", "there", ANNE), Reason.BEING_MOVED);
        }
        assertThat(scene.home()).isEqualTo("main null");
    }

    @Test
    void deleted_for_good_nothing_of_it_is_left_on_any_side() {
        scene.move("there");
        Databases.execute(scene.there(), "create schema moved_a"); // whatever was ever kept
        archiveForDeletion();

        moves.delete("a", ANNE, () -> {});

        assertThat(schemas(scene.here())).isEmpty();
        assertThat(schemas(scene.there())).isEmpty();
        assertThat(jobs(scene.there())).isEmpty();
        for (var database : List.of(scene.here(), scene.there())) {
            assertThat(Databases.strings(database, "select slug from platform.tenant"))
                    .isEmpty();
        }
    }

    @Test
    void a_deletion_that_was_cut_off_can_only_be_ended() {
        scene.move("there");
        archiveForDeletion();
        assertThatThrownBy(() -> moves.delete("a", ANNE, () -> {
                    throw new IllegalStateException("died");
                }))
                .hasMessage("died");

        assertThatThrownBy(() -> scene.database().change("a", UtilityState.READY, ANNE, ""))
                .isInstanceOf(StateNotAllowed.class);
        assertThatThrownBy(() -> scene.database().deleteAfter("a", null, ANNE)).isInstanceOf(StateNotAllowed.class);
        var gone = new Clusters(scene.database(), Map.of("there", MoveScene.nobody()));
        assertThatThrownBy(() -> gone.moves().delete("a", ANNE, () -> {})).isInstanceOf(MigrationFailed.class);
        assertThat(scene.home()).as("it is still known").isEqualTo("there null");

        moves.delete("a", ANNE, () -> {});
        assertThat(schemas(scene.there())).isEmpty();
        assertThat(Databases.strings(scene.here(), "select slug from platform.tenant"))
                .isEmpty();
    }

    @Test
    void only_an_archived_utility_whose_deletion_was_asked_for_is_deleted() {
        var files = new ArrayList<String>();

        assertThatThrownBy(() -> moves.delete("a", ANNE, () -> files.add("deleted")))
                .isInstanceOf(StateNotAllowed.class);

        assertThat(files).isEmpty();
        assertThat(MoveScene.things(scene.here())).isEqualTo("500");
    }

    @Test
    void one_changed_value_changes_the_digest_of_its_table() throws SQLException {
        var table = new TenantTable("thing", List.of("id", "name"));
        try (var connection = scene.here().getConnection()) {
            var before = TableDigest.of(table, new TenantSchema("a"), connection);
            Databases.execute(scene.here(), "update t_a.thing set name = 'U1' where name = 'u1'");
            var after = TableDigest.of(table, new TenantSchema("a"), connection);
            assertThat(after.rows()).isEqualTo(before.rows());
            assertThat(after.sum()).isNotEqualTo(before.sum());
        }
    }

    private void archiveForDeletion() {
        scene.database().change("a", UtilityState.ARCHIVED, ANNE, "");
        scene.database().deleteAfter("a", Instant.EPOCH, ANNE);
        scene.clusters().mirror("a");
    }

    private static void assertThatRefused(ThrowingCallable work, Reason reason) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        MoveRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private void writeLate() {
        try (var writer = Databases.asApplication(scene.here())) {
            writer.setAutoCommit(false);
            writeLate(writer);
            writer.commit();
        } catch (SQLException denied) {
            throw new CompletionException(denied);
        }
    }

    private static void writeLate(Connection writer) {
        try {
            MoveScene.write(writer, "late");
        } catch (SQLException denied) {
            throw new CompletionException(denied);
        }
    }
}
