package fr.ondine.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Migrators as processes of their own: two at once, and one that dies at whatever statement. */
class MigratorKilledTests {

    private static final SampleFleet MODEL = SampleFleet.of(3, Databases.bootstrapped());

    @Test
    void two_migrators_at_once_share_the_work_and_fail_nothing() throws Exception {
        var fleet = SampleFleet.of(8, Databases.bootstrapped());

        for (var process : List.of(MigratorProcess.on(fleet.owner()), MigratorProcess.on(fleet.owner()))) {
            assertThat(process.statements()).isPositive();
        }

        assertThat(fleet.byVersion()).containsOnlyKeys(SampleFleet.SECOND.version());
        assertThat(Databases.strings(fleet.owner(), "select distinct last_error from platform.tenant"))
                .containsExactly("null");
    }

    @Test
    void a_migrator_killed_at_some_statement_leaves_no_schema_between_two_versions() throws Exception {
        new Random().ints(2, 1, statementsOfAWholeRun() + 1).forEach(MigratorKilledTests::leavesNothingHalfDone);
    }

    @Test
    @Tag("long")
    void a_migrator_killed_at_any_statement_leaves_no_schema_between_two_versions() throws Exception {
        IntStream.rangeClosed(1, statementsOfAWholeRun()).forEach(MigratorKilledTests::leavesNothingHalfDone);
    }

    private static int statementsOfAWholeRun() throws Exception {
        return MigratorProcess.on(MODEL.copy().owner()).statements();
    }

    private static void leavesNothingHalfDone(int statement) {
        try {
            var fleet = MODEL.copy();
            assertThat(MigratorProcess.on(fleet.owner()).killAt(statement))
                    .as("it came to statement %d", statement)
                    .isTrue();
            Databases.awaitNobodyNamed(MigratorProcess.NAME, fleet.owner());
            fleet.byVersion();
            fleet.finishes();
        } catch (Exception e) {
            throw new AssertionError("killed at statement " + statement, e);
        }
    }
}
