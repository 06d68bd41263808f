package fr.ondine.migrations;

import static fr.ondine.migrations.MoveScene.ANNE;
import static fr.ondine.migrations.MoveScene.schemas;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A release reaches utilities wherever they live, and none while it moves. */
class MoveAndMigrateTests {

    private final MoveScene scene = MoveScene.prepare();
    private final Moves moves = scene.moves();

    @Test
    void where_it_lives_it_is_planned_and_migrated_and_its_registry_row_is_told() {
        scene.move("there");
        grownOld();

        assertThat(scene.database().migrateAll().outcomes()).isEmpty();
        assertThat(scene.clusters().plan().steps()).extracting("slug").containsExactly("a");
        assertThat(scene.clusters().plan("a").steps()).hasSize(1);
        assertThat(scene.clusters().migrateAll(FleetProgress.Listener.NOBODY).migrated())
                .containsExactly("a");

        assertThat(Databases.strings(scene.here(), "select (schema_version <> 'old')::text from platform.tenant"))
                .containsExactly("true");
        assertThat(schemas(scene.here())).containsExactly("moved_a");
        assertThat(scene.clusters().plan().isEmpty()).isTrue();
    }

    @Test
    void alone_it_is_migrated_where_it_lives() {
        scene.move("there");
        grownOld();

        assertThat(scene.clusters().migrate("a", FleetProgress.Listener.NOBODY).migrated())
                .containsExactly("a");

        assertThat(schemas(scene.here())).containsExactly("moved_a");
    }

    @Test
    void one_that_lives_where_nobody_answers_or_can_look_failed_and_no_other() {
        scene.move("there");
        scene.database().register(new Registration("b", "B", "name: B", List.of("b.localhost"), ANNE, ""));
        var away = MoveScene.clusters(scene.database(), MoveScene.nobody());
        var unknown = new Clusters(scene.database(), Map.of());

        var report = away.migrateAll(FleetProgress.Listener.NOBODY);

        assertThat(report.migrated()).containsExactly("b");
        assertThat(report.failures()).extracting("slug").containsExactly("a");
        assertThat(unknown.migrateAll(FleetProgress.Listener.NOBODY).failures())
                .extracting("slug")
                .containsExactly("a");
    }

    @Test
    void a_migrator_that_waits_makes_no_schema_where_it_left() throws Exception {
        var migration = new CompletableFuture<FleetReport>();
        moves.move("a", "there", ANNE, (step, detail) -> {
            if (step == MoveStep.ARRIVED) {
                migrates(migration);
            } else if (step == MoveStep.CLOSED) {
                assertThatThrownBy(() -> migration.get(300, TimeUnit.MILLISECONDS))
                        .as("until the registry has decided")
                        .isInstanceOf(TimeoutException.class);
            }
        });

        assertThat(migration.get().failures()).isEmpty();
        assertThat(schemas(scene.here())).containsExactly("moved_a");
        assertThat(scene.home()).isEqualTo("there null");
    }

    @Test
    void nor_does_one_that_comes_when_the_mover_has_died() throws Exception {
        var migration = new CompletableFuture<FleetReport>();
        assertThatThrownBy(() -> moves.move("a", "there", ANNE, (step, detail) -> {
                    if (step == MoveStep.ARRIVED) {
                        migrates(migration);
                    } else if (step == MoveStep.CLOSED) {
                        throw new IllegalStateException("died");
                    }
                }))
                .hasMessage("died");

        assertThat(migration.get().failures().getFirst().failure()).contains("is being moved");
        assertThat(schemas(scene.here())).containsExactly("moved_a");
        moves.settle();
        assertThat(MoveScene.things(scene.here())).isEqualTo("500");
    }

    @Test
    void beside_what_is_closed_no_schema_is_made() {
        Databases.execute(scene.here(), """
                alter schema t_a rename to moved_a;
                update platform.tenant set schema_version = 'old', schema_changes = 1""");

        assertThat(scene.database().migrate("a").failures().getFirst().failure())
                .contains("closed by a move");

        assertThat(schemas(scene.here())).containsExactly("moved_a");
    }

    @Test
    void what_changed_while_its_cluster_did_not_listen_is_told_later() {
        scene.move("there");
        Databases.execute(
                scene.here(), "update platform.tenant set state = 'SUSPENDED', concurrent_jobs = 9 where slug = 'a'");
        Databases.execute(scene.there(), "update platform.tenant set last_error = 'no space'");

        scene.clusters().reconcile();

        assertThat(Databases.strings(scene.there(), "select state || ' ' || concurrent_jobs from platform.tenant"))
                .containsExactly("SUSPENDED 9");
        assertThat(Databases.strings(scene.here(), "select last_error || ' ' || cluster from platform.tenant"))
                .containsExactly("no space there");
    }

    /** Waits for the lock of the tenant before the move ends. */
    private void migrates(CompletableFuture<FleetReport> migration) {
        Databases.execute(scene.here(), "update platform.tenant set schema_version = 'old', schema_changes = 1");
        migration.completeAsync(() -> scene.database().migrate("a"));
        MoveScene.awaitWaiting("advisory", scene.here());
    }

    private void grownOld() {
        for (var registry : List.of(scene.here(), scene.there())) {
            Databases.execute(registry, "update platform.tenant set schema_version = 'old', schema_changes = 1");
        }
    }
}
