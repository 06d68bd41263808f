package fr.ondine.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A utility's life in the registry: its states, its configurations, and what of it is written down. */
class RegistryTests {

    private final DataSource owner = Databases.bootstrapped();
    private final OndineDatabase database = new OndineDatabase(owner);

    @Test
    void a_draft_has_no_schema_until_it_is_provisioned() {
        database.draft(siegvo("name: A"));

        assertThat(database.migrateAll().outcomes()).isEmpty();
        assertThat(state()).isEqualTo("DRAFT");
        database.provision("siegvo");
        assertThat(state()).isEqualTo("READY");
    }

    @Test
    void a_utility_whose_addition_was_cut_off_is_made_by_the_next_migration() {
        database.register(siegvo("name: A"));

        assertThat(state()).isEqualTo("PROVISIONING");
        assertThat(database.migrateAll().migrated()).containsExactly("siegvo");
        assertThat(state()).isEqualTo("READY");
    }

    @Test
    void whoever_adds_a_utility_that_exists_changes_nothing_of_it() {
        database.add(siegvo("name: A"));

        assertThatThrownBy(() -> database.add(siegvo("name: B"))).isInstanceOf(AlreadyRegistered.class);
        assertThatThrownBy(() -> database.draft(siegvo("name: B"))).isInstanceOf(AlreadyRegistered.class);

        assertThat(strings("select state || ' ' || configuration || ' ' || configuration_version from platform.tenant"))
                .containsExactly("PROVISIONING name: A 1");
        assertThat(strings("select action from platform.operator_audit")).containsExactly("configured");
    }

    @Test
    void every_configuration_is_kept_with_who_put_it_in_force() {
        database.register(siegvo("name: A"));
        database.register(siegvo("name: B"));
        database.register(siegvo("name: B"));

        assertThat(strings(
                        "select version || ' ' || configuration || ' ' || applied_by from platform.tenant_configuration"
                                + " order by version"))
                .containsExactly("1 name: A operator:anne", "2 name: B operator:anne");
    }

    @Test
    void a_utility_is_suspended_resumed_and_put_away_and_each_is_written_down() {
        ready();

        change(UtilityState.SUSPENDED);
        change(UtilityState.READY);
        change(UtilityState.ARCHIVED);

        assertThat(state()).isEqualTo("ARCHIVED");
        assertThat(strings("select action from platform.operator_audit order by id"))
                .containsExactly("configured", "suspended", "ready", "archived");
    }

    @Test
    void a_state_that_does_not_follow_is_refused_and_changes_nothing() {
        ready();
        change(UtilityState.ARCHIVED);

        assertThatThrownBy(() -> change(UtilityState.SUSPENDED))
                .isInstanceOfSatisfying(
                        StateNotAllowed.class,
                        refused -> assertThat(refused.from()).isEqualTo("ARCHIVED"));
        assertThat(state()).isEqualTo("ARCHIVED");
        assertThat(strings("select action from platform.operator_audit order by id"))
                .containsExactly("configured", "archived");
    }

    @Test
    void what_is_put_away_is_not_migrated() {
        ready();
        change(UtilityState.ARCHIVED);
        Databases.execute(owner, "update platform.tenant set schema_version = 'older'");

        assertThat(database.migrateAll().outcomes()).isEmpty();
    }

    @Test
    void every_change_of_a_utility_changes_its_revision() {
        ready();
        var before = strings("select revision::text from platform.tenant");

        change(UtilityState.SUSPENDED);

        assertThat(strings("select revision::text from platform.tenant")).isNotEqualTo(before);
    }

    private void ready() {
        database.register(siegvo("name: A"));
        database.provision("siegvo");
    }

    private void change(UtilityState to) {
        database.change("siegvo", to, "operator:anne", "asked for");
    }

    private static Registration siegvo(String configuration) {
        return new Registration("siegvo", "SIEGVO", configuration, List.of("siegvo.localhost"), "operator:anne", "why");
    }

    private String state() {
        return strings("select state from platform.tenant where slug = 'siegvo'")
                .getFirst();
    }

    private List<String> strings(String sql) {
        return Databases.strings(owner, sql);
    }
}
