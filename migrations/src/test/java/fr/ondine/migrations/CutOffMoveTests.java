package fr.ondine.migrations;

import static fr.ondine.migrations.MoveScene.ANNE;
import static fr.ondine.migrations.MoveScene.insertAsUtility;
import static fr.ondine.migrations.MoveScene.jobs;
import static fr.ondine.migrations.MoveScene.schemas;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A move that is cut off, wherever that is, leaves the utility on exactly one side, with all that it has. */
class CutOffMoveTests {

    private static final String NEVER_RELEASED = """
            create function never() returns trigger language plpgsql as 'begin raise exception $$cut off$$; end';
            create trigger never before update on platform.tenant for each row
                when (old.moving_to is not null and new.moving_to is null) execute function never()""";

    private final MoveScene scene = MoveScene.prepare();
    private final Moves moves = scene.moves();

    @Test
    void a_mover_that_is_killed_leaves_it_on_exactly_one_side() throws Exception {
        diesAt("CLOSED");

        assertThat(moves.settle()).containsExactly("a");

        isOnOneSide(false);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"ANNOUNCED", "COPYING a", "COPYING thing", "ARRIVED", "SWITCHED", "DONE"})
    void killed_at_any_moment_it_is_on_exactly_one_side_and_can_be_moved_again(String moment) throws Exception {
        diesAt(moment);

        moves.settle();

        var isMoved = moment.equals("SWITCHED") || moment.equals("DONE");
        isOnOneSide(isMoved);
        if (!isMoved) {
            assertThat(scene.move("there").rows()).isEqualTo(502);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARRIVED", "SWITCHED"})
    void one_that_fails_does_too(String moment) throws SQLException {
        assertThatThrownBy(() -> moves.move("a", "there", ANNE, (step, detail) -> {
                    if ((step + " " + detail).startsWith(moment)) {
                        throw new IllegalStateException("failed");
                    }
                }))
                .hasMessage("failed");

        moves.settle();

        isOnOneSide(moment.equals("SWITCHED"));
    }

    @Test
    void cut_off_before_its_cluster_knows_that_it_works_it_is_released_later() throws SQLException {
        isReleasedLater(scene.there());
    }

    @Test
    void cut_off_before_the_registry_knows_that_it_works_it_is_released_later() throws SQLException {
        isReleasedLater(scene.here());
    }

    private void isReleasedLater(DataSource deaf) throws SQLException {
        Databases.execute(deaf, NEVER_RELEASED);
        assertThatThrownBy(() -> scene.move("there")).hasMessageContaining("cut off");
        assertThat(scene.home()).isEqualTo("there there");
        assertThat(moves.settle()).isEmpty();

        Databases.execute(deaf, "drop trigger never on platform.tenant");

        assertThat(moves.settle()).containsExactly("a");
        isOnOneSide(true);
    }

    @Test
    @Tag("long")
    void a_mover_to_the_main_database_that_lost_the_registry_closes_nothing() throws SQLException {
        scene.move("there");
        moves.deleteKept("a", "main", ANNE);

        assertThatThrownBy(() -> moves.move("a", "main", ANNE, (step, detail) -> {
                    if (step == MoveStep.ANNOUNCED) {
                        loseRegistry();
                        assertThat(moves.settle()).containsExactly("a");
                    }
                }))
                .isInstanceOf(MigrationFailed.class);

        assertThat(scene.home()).isEqualTo("there null");
        assertThat(schemas(scene.there())).containsExactly("t_a");
        assertThat(schemas(scene.here())).isEmpty();
        insertAsUtility(scene.there());
    }

    @Test
    void nor_does_one_that_lost_it_after_the_copy_which_is_taken_away() throws SQLException {
        assertThatThrownBy(() -> moves.move("a", "there", ANNE, (step, detail) -> {
                    if (step == MoveStep.ARRIVED) {
                        loseRegistry();
                        Databases.execute(scene.here(), "update platform.tenant set moving_to = null");
                    }
                }))
                .isInstanceOf(MigrationFailed.class);
        assertThat(schemas(scene.here())).containsExactly("t_a");
        assertThat(schemas(scene.there())).containsExactly("t_a");

        assertThat(moves.settle()).containsExactly("a");

        isOnOneSide(false);
    }

    @Test
    void a_copy_that_cannot_be_removed_closes_nothing_where_it_lives() throws SQLException {
        assertThatThrownBy(() -> moves.move("a", "there", ANNE, (step, detail) -> {
                    if (step == MoveStep.ARRIVED) {
                        Databases.execute(scene.here(), "update platform.tenant set moving_to = null");
                        throw new IllegalStateException("died");
                    }
                }))
                .isInstanceOf(RuntimeException.class);
        Databases.execute(scene.there(), """
                do $$ begin
                    execute format('alter database %I set default_transaction_read_only = on', current_database());
                end $$""");
        Databases.execute(scene.here(), """
                create function never() returns trigger language plpgsql as 'begin raise exception $$closed$$; end';
                create trigger never before update on platform.tenant for each row
                    when (new.moving_to is not null) execute function never()""");

        assertThat(moves.settle()).containsExactly("a");

        insertAsUtility(scene.here());
        assertThat(schemas(scene.there())).as("left for whoever can").containsExactly("t_a");
    }

    @Test
    @Tag("long")
    void what_is_closed_where_it_lives_is_opened_even_if_nothing_says_that_it_moves() throws SQLException {
        Databases.execute(scene.here(), "alter schema t_a rename to moved_a; revoke all on schema moved_a from t_a");

        assertThat(moves.settle()).containsExactly("a");

        isOnOneSide(false);
        assertThat(moves.settle()).as("all is well").isEmpty();
    }

    @Tag("long")
    @Test
    void a_cluster_that_falls_silent_keeps_nobody_else_waiting_without_end() throws SQLException {
        Databases.execute(scene.here(), "alter schema t_a rename to moved_a; revoke all on schema moved_a from t_a");
        try (var holder = scene.there().getConnection()) {
            holder.setAutoCommit(false);
            Databases.execute(holder, "lock table platform.tenant in access exclusive mode");

            assertThat(moves.settle()).containsExactly("a");
            scene.clusters().reconcile();
        }
        isOnOneSide(false);
    }

    @Test
    void a_mover_that_was_given_up_can_no_longer_switch() throws SQLException {
        assertThatThrownBy(() -> moves.move("a", "there", ANNE, (step, detail) -> {
                    if (step == MoveStep.CLOSED) {
                        Databases.execute(scene.here(), "update platform.tenant set moving_to = cluster");
                    }
                }))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("no longer on its way");

        moves.settle();

        isOnOneSide(false);
    }

    @Test
    void the_only_data_of_a_move_that_was_cut_off_is_not_an_old_copy() throws Exception {
        diesClosed();

        assertThatThrownBy(() -> moves.deleteKept("a", "main", ANNE)).isInstanceOf(MoveRefused.class);
        Databases.execute(scene.here(), "update platform.tenant set moving_to = null");
        assertThatThrownBy(() -> moves.deleteKept("a", "main", ANNE)).isInstanceOf(MoveRefused.class);

        moves.settle();
        isOnOneSide(false);
    }

    @Test
    @Tag("long")
    void one_that_cannot_be_settled_stops_no_other() throws SQLException {
        diesClosed();
        Databases.execute(scene.here(), """
                insert into platform.tenant (slug, state, cluster, moving_to) values
                    ('0', 'READY', 'unknown', 'there'), ('b', 'READY', 'main', 'there')""");

        assertThat(moves.settle()).containsExactly("a");

        assertThatThrownBy(() -> moves.settle("b")).hasMessageContaining("is not on main, where it lives");
        assertThat(Databases.strings(scene.here(), "select moving_to from platform.tenant where slug = '0'"))
                .as("nobody here can say where it stays")
                .containsExactly("there");
        isOnOneSide(false);
    }

    @Test
    void a_cluster_that_is_away_keeps_nobody_from_being_settled() throws SQLException {
        diesClosed();
        var alone = MoveScene.clusters(scene.database(), MoveScene.nobody());

        assertThat(alone.moves().settle()).containsExactly("a");
        insertAsUtility(scene.here());
        assertThat(schemas(scene.there())).as("left for now").containsExactly("t_a");
        assertThat(MoveScene.isWorking(scene.there())).isFalse();

        assertThat(moves.settle()).containsExactly("a");
        assertThat(schemas(scene.there())).isEmpty();
        assertThat(jobs(scene.there())).isEmpty();
    }

    @Test
    @Tag("long")
    void two_schemas_where_it_lives_are_for_a_person_to_look_at() {
        diesClosed();
        Databases.execute(scene.here(), "create schema t_a");

        assertThatThrownBy(() -> moves.settle("a")).hasMessageContaining("both t_a and moved_a");

        assertThat(scene.home()).as("and it is not served").isEqualTo("main main");
        assertThat(schemas(scene.here())).containsExactly("moved_a", "t_a");
    }

    private void diesClosed() {
        assertThatThrownBy(() -> moves.move("a", "there", ANNE, (step, detail) -> {
                    if (step == MoveStep.CLOSED) {
                        throw new IllegalStateException("died");
                    }
                }))
                .hasMessage("died");
    }

    private void diesAt(String moment) throws Exception {
        assertThat(MoverProcess.diesAt(moment, scene.here(), scene.there())).isTrue();
        Databases.awaitNobodyNamed(MoverProcess.NAME, scene.here());
        Databases.awaitNobodyNamed(MoverProcess.NAME, scene.there());
    }

    private void loseRegistry() {
        Databases.execute(scene.here(), """
                select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory'
                    and database = (select oid from pg_database where datname = current_database())
                    and objid = (hashtextextended('ondine:move a', 0) & 4294967295)::oid""");
    }

    private void isOnOneSide(boolean isMoved) throws SQLException {
        var home = isMoved ? scene.there() : scene.here();
        var other = isMoved ? scene.here() : scene.there();
        assertThat(scene.home()).isEqualTo(isMoved ? "there null" : "main null");
        assertThat(MoveScene.things(home)).isEqualTo("500");
        insertAsUtility(home);
        assertThatThrownBy(() -> insertAsUtility(other)).isInstanceOf(SQLException.class);
        assertThat(jobs(home)).containsExactly(MoveScene.JOB);
        assertThat(MoveScene.isWorking(home)).isTrue();
        assertThat(jobs(other)).isEmpty();
        assertThat(MoveScene.isWorking(other)).isFalse();
        assertThat(schemas(home)).containsExactly("t_a");
        assertThat(schemas(other)).doesNotContain("t_a");
    }
}
