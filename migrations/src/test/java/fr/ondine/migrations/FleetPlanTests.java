package fr.ondine.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What an operator is told before, during and after a migration. */
class FleetPlanTests {

    private final DataSource owner = Databases.bootstrapped();
    private final OndineDatabase database = new OndineDatabase(owner);

    @Test
    void the_plan_names_each_tenant_its_state_and_each_script_once() throws Exception {
        var fleet = SampleFleet.of(3, owner);
        Databases.execute(owner, "insert into platform.tenant (slug, state) values ('new', 'PROVISIONING')");

        var plan = plan(fleet);

        assertThat(plan.version()).isEqualTo(SampleFleet.SECOND.version());
        assertThat(plan.steps())
                .containsExactly(
                        new FleetPlan.Step("new", null, 0, 1),
                        new FleetPlan.Step("s0", SampleFleet.FIRST.version(), 1, 2),
                        new FleetPlan.Step("s1", SampleFleet.FIRST.version(), 1, 2),
                        new FleetPlan.Step("s2", SampleFleet.FIRST.version(), 1, 2));
        assertThat(plan.scripts())
                .extracting(script -> script.received().size())
                .containsExactly(0, 1);
        assertThat(plan.scripts().get(0).sql().toLowerCase(Locale.ROOT))
                .contains("create table thing", "create table part");
        assertThat(plan.scripts().get(1).sql()).contains("create table part").doesNotContain("create table thing");
    }

    @Test
    void planning_changes_nothing() throws Exception {
        var fleet = SampleFleet.of(2, owner);
        var before = everything();

        plan(fleet);

        assertThat(everything()).isEqualTo(before);
        assertThat(fleet.byVersion()).containsOnlyKeys(SampleFleet.FIRST.version());
    }

    @Test
    void nothing_is_planned_when_all_are_up_to_date() {
        database.provision("a");

        assertThat(database.plan().isEmpty()).isTrue();
    }

    @Test
    void the_plan_for_an_empty_database_makes_the_platform_first() {
        var plan = new OndineDatabase(Databases.create()).plan();

        assertThat(plan.isEmpty()).isFalse();
        assertThat(plan.platform()).contains("create table tenant (");
        assertThat(plan.steps()).isEmpty();
    }

    @Test
    void progress_is_told_after_each_tenant_and_the_report_gives_the_time_of_each() {
        List.of("a", "b", "c").forEach(this::register);
        var steps = new ArrayList<FleetProgress>();

        var report = database.migrateAll(steps::add);

        assertThat(steps).extracting(FleetProgress::done).containsExactly(1, 2, 3);
        assertThat(steps).extracting(FleetProgress::total).containsOnly(3);
        assertThat(report.outcomes())
                .containsExactlyInAnyOrderElementsOf(
                        steps.stream().map(FleetProgress::last).toList());
        assertThat(report.outcomes())
                .extracting(TenantOutcome::milliseconds)
                .allSatisfy(time -> assertThat(time).isPositive());
        assertThat(report.exitStatus()).isZero();
    }

    @Test
    void one_tenant_is_migrated_again_by_its_name() {
        register("a");
        register("b");

        assertThat(database.migrate("a").migrated()).containsExactly("a");
        assertThat(database.migrate("a").exitStatus())
                .as("and again, which changes nothing")
                .isZero();
        assertThat(Databases.strings(owner, "select state from platform.tenant order by slug"))
                .containsExactly("READY", "PROVISIONING");
    }

    @Test
    void a_name_that_nobody_registered_is_not_made_by_a_retry() {
        assertThatThrownBy(() -> database.migrate("siegvoo")).isInstanceOf(StateNotAllowed.class);
        assertThat(Databases.strings(owner, "select slug from platform.tenant")).isEmpty();
    }

    @Test
    void what_is_put_away_is_not_migrated_by_its_name() {
        register("a");
        database.provision("a");
        database.change("a", UtilityState.ARCHIVED, "operator:anne", "");

        assertThatThrownBy(() -> database.migrate("a")).isInstanceOf(StateNotAllowed.class);
    }

    private static FleetPlan plan(SampleFleet fleet) throws Exception {
        try (var connection = fleet.owner().getConnection()) {
            return FleetPlanner.plan(SampleFleet.SECOND, connection);
        }
    }

    /** Every relation as it was last changed, and every row of the registry. */
    private List<String> everything() {
        return Databases.strings(owner, """
                select concat_ws(' ', oid, xmin, relname) from pg_class where relnamespace >= 16384
                union all select concat_ws(' ', xmin, slug) from platform.tenant order by 1""");
    }

    private void register(String slug) {
        database.register(new Registration(slug, slug, "name: " + slug, List.of(slug + ".localhost"), "test", ""));
    }
}
