package fr.ondine.platform.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.tenancy.Limits;
import fr.ondine.platform.tenancy.Serving;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.ConfigurationChange;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** An operator adds, configures, closes and opens utilities while the platform serves. */
@PlatformTest
class FleetTests {

    private static final String ANNE = "operator:anne";

    private final String slug =
            "f" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final TenantId tenant = new TenantId(slug);

    @Autowired
    Fleet fleet;

    @Autowired
    FleetDirectory directory;

    @Autowired
    Tenants tenants;

    @Autowired
    StatementCount statements;

    @Test
    void a_utility_that_is_added_is_served_at_once() {
        var added = fleet.add(yaml(), ANNE);

        assertThat(added.state()).isEqualTo(UtilityState.READY);
        assertThat(added.upToDate()).isTrue();
        assertThat(Objects.requireNonNull(added.schema()).changes()).isEqualTo(OndineDatabase.neededChanges());
        assertThat(added.schema().shortFingerprint()).hasSize(8);
        assertThat(tenants.byHost(slug + ".localhost")).contains(tenant);
        assertThat(tenants.serving(tenant)).isEqualTo(Serving.OPEN);
    }

    @Test
    void of_two_who_add_the_same_at_once_one_is_refused_and_changes_nothing() throws Exception {
        var refused = new AtomicInteger();
        try (var both = Executors.newFixedThreadPool(2)) {
            var adding = List.of("Une", "Autre").stream()
                    .map(slogan -> both.submit(() -> {
                        try {
                            fleet.add(
                                    new ConfigurationEdit(yaml())
                                            .with("slogan", slogan)
                                            .yaml(),
                                    ANNE);
                        } catch (InvalidConfiguration taken) {
                            assertThat(taken).hasMessageContaining("slug");
                            refused.incrementAndGet();
                        }
                        return null;
                    }))
                    .toList();
            for (var one : adding) {
                one.get();
            }
        }
        assertThat(refused).hasValue(1);
        assertThat(directory.get(slug).configurationVersion()).isEqualTo(1);
    }

    @Test
    void a_stripe_account_of_another_utility_is_refused_with_its_line_and_ones_own_may_stay() {
        var own = yaml();
        var theirs = own.replaceAll("acct_\\w+", "acct_1ILEOdemo");
        var refused = "payments.stripe-account : le compte Stripe « acct_1ILEOdemo » est celui d'une autre";
        assertThatThrownBy(() -> fleet.add(theirs, ANNE))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageMatching("Ligne \\d+, .*")
                .hasMessageContaining(refused);
        assertThatThrownBy(() -> fleet.draft(theirs, ANNE)).hasMessageContaining(refused);

        fleet.add(own, ANNE);

        assertThatThrownBy(() -> fleet.configure(slug, theirs, ANNE, "test")).hasMessageContaining(refused);
        fleet.configure(slug, own.replace("acct_1Own" + slug, "acct_1b" + slug), ANNE, "test");
    }

    @Test
    void a_short_name_that_is_taken_is_refused_with_its_line() {
        fleet.add(yaml(), ANNE);

        assertThatThrownBy(() -> fleet.add(yaml(), ANNE))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage("Ligne 1, slug : une collectivité porte déjà le nom court « " + slug + " ».");
    }

    @Test
    void a_host_of_another_utility_is_refused_with_its_line_and_nothing_is_added() {
        var theirs = yaml().replace(slug + ".localhost", "ileo.localhost");

        assertThatThrownBy(() -> fleet.add(theirs, ANNE))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageStartingWith("Ligne 4, hosts[1] : l'hôte « ileo.localhost » appartient à une autre");
        assertThat(directory.find(slug)).isEmpty();
    }

    @Test
    void a_draft_is_not_served_until_it_is_provisioned() {
        fleet.draft(yaml(), ANNE);
        assertThat(tenants.byHost(slug + ".localhost")).isEmpty();

        assertThat(fleet.migrate(slug, ANNE).state()).isEqualTo(UtilityState.READY);
        assertThat(tenants.byHost(slug + ".localhost")).contains(tenant);
    }

    @Test
    void a_configuration_is_in_force_at_once_and_tells_what_it_changed() {
        fleet.add(yaml(), ANNE);

        var changes = fleet.configure(slug, yaml().replace("#0b5394", "#00523c"), ANNE, "new colours");

        assertThat(changes).containsExactly(new ConfigurationChange("brand.colour", "#0b5394", "#00523c"));
        assertThat(TenantContext.callAs(tenant, () -> tenants.current().brand().colour()))
                .hasToString("#00523c");
    }

    @Test
    void a_configuration_that_is_not_taken_changes_nothing() {
        fleet.add(yaml(), ANNE);

        assertThatThrownBy(() -> fleet.configure(slug, yaml().replace("#0b5394", "#ffffff"), ANNE, ""))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("brand.colour");
        assertThatThrownBy(() -> fleet.configure("siegvo", yaml(), ANNE, ""))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("le nom court ne change jamais");
        assertThat(directory.history(slug)).hasSize(1);
    }

    @Test
    void a_configuration_is_rolled_back_as_a_version_of_its_own() {
        fleet.add(yaml(), ANNE);
        fleet.configure(slug, yaml().replace("#0b5394", "#00523c"), ANNE, "new colours");

        var changes = fleet.rollBack(slug, 1, "operator:paul");

        assertThat(changes).containsExactly(new ConfigurationChange("brand.colour", "#00523c", "#0b5394"));
        assertThat(directory.history(slug))
                .extracting(version -> version.version() + " " + version.appliedBy() + " " + version.reason())
                .containsExactly("3 operator:paul version 1", "2 operator:anne new colours", "1 operator:anne ");
        assertThatThrownBy(() -> fleet.rollBack(slug, 9, ANNE)).isInstanceOf(UnknownVersion.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version 1", " version 3 ", "from siegvo as of 2026-06-01T08:00:00Z"})
    void a_reason_that_reads_as_the_platforms_own_is_refused_and_nothing_changes(String reason) {
        fleet.add(yaml(), ANNE);
        var green = yaml().replace("#0b5394", "#00523c");

        assertThatThrownBy(() -> fleet.configure(slug, green, ANNE, reason)).isInstanceOf(ReasonReserved.class);
        assertThatThrownBy(() -> fleet.configure(slug, new Edit(green, reason, 1), ANNE))
                .isInstanceOf(ReasonReserved.class);

        assertThat(directory.history(slug)).hasSize(1);
        fleet.configure(slug, green, ANNE, "as in version 1");
    }

    @Test
    void what_somebody_else_put_in_force_meanwhile_is_not_overwritten() {
        fleet.add(yaml(), ANNE);
        var green = new Edit(yaml().replace("#0b5394", "#00523c"), "green", 1);
        var red = new Edit(yaml().replace("#0b5394", "#7a1f1f"), "red", 1);

        assertThat(fleet.configure(slug, green, ANNE).version()).isEqualTo(2);
        assertThatThrownBy(() -> fleet.configure(slug, red, "operator:paul")).isInstanceOf(VersionOutdated.class);
        assertThatThrownBy(() -> fleet.rollBack(slug, 1, 1, "operator:paul")).isInstanceOf(VersionOutdated.class);

        assertThat(directory.configuration(slug)).isEqualTo(green.yaml());
        assertThat(directory.history(slug)).hasSize(2);
        assertThat(fleet.rollBack(slug, 1, 2, "operator:paul").version()).isEqualTo(3);
    }

    @Test
    void of_operators_who_compared_with_the_same_version_one_alone_has_it_applied() {
        fleet.add(yaml(), ANNE);
        var colours = List.of("#00523c", "#7a1f1f", "#4a2a6b", "#1f4a7a");

        var applied = colours.parallelStream()
                .map(colour -> new Edit(yaml().replace("#0b5394", colour), colour, 1))
                .filter(this::isApplied)
                .count();

        assertThat(applied).isOne();
        assertThat(directory.history(slug)).hasSize(2);
    }

    @Test
    void what_is_asked_for_twice_is_done_once() {
        fleet.add(yaml(), ANNE);

        fleet.suspend(slug, ANNE, "asked for");
        assertThat(fleet.suspend(slug, ANNE, "asked for").state()).isEqualTo(UtilityState.SUSPENDED);

        assertThat(directory.acts(slug, 10)).hasSize(2);
    }

    @Test
    void a_limit_leaves_something_to_use() {
        fleet.add(yaml(), ANNE);

        assertThat(fleet.limit(slug, new Limits(5, 1, 10, 100), ANNE).limits()).isEqualTo(new Limits(5, 1, 10, 100));
        assertThatThrownBy(() -> fleet.limit(slug, new Limits(5, 0, 10, 100), ANNE))
                .isInstanceOf(LimitsRefused.class);
    }

    @Test
    void a_utility_is_closed_and_opened_again() {
        fleet.add(yaml(), ANNE);

        fleet.suspend(slug, ANNE, "asked for");
        assertThat(tenants.serving(tenant)).isEqualTo(Serving.SUSPENDED);
        fleet.resume(slug, ANNE, "paid");
        assertThat(tenants.serving(tenant)).isEqualTo(Serving.OPEN);

        assertThat(directory.acts(slug, 10))
                .extracting(act -> act.actor() + " " + act.action() + " " + act.detail())
                .containsExactly(ANNE + " ready paid", ANNE + " suspended asked for", ANNE + " configured ");
    }

    @Test
    void what_does_not_follow_is_refused() {
        fleet.add(yaml(), ANNE);
        fleet.archive(slug, ANNE, "left");

        assertThatThrownBy(() -> fleet.suspend(slug, ANNE, "")).isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> fleet.migrate(slug, ANNE)).isInstanceOf(StateRefused.class);
        assertThatThrownBy(() -> fleet.suspend("nobody", ANNE, "")).isInstanceOf(UnknownUtility.class);
    }

    @Test
    void utilities_are_found_by_short_name_name_or_host_and_paged_with_two_statements() {
        fleet.add(yaml().replace("name: SIEGVO", "name: Eaux de " + slug.toUpperCase(java.util.Locale.ROOT)), ANNE);

        for (var words : List.of(slug, "EAUX DE " + slug, slug + ".local")) {
            assertThat(directory.search(words, Set.of(), PageRequest.of(0, 10)))
                    .singleElement()
                    .extracting(UtilitySummary::slug)
                    .isEqualTo(slug);
        }
        assertThat(directory.search(slug, Set.of(UtilityState.SUSPENDED), PageRequest.of(0, 10)))
                .isEmpty();
        assertThat(directory.search("%", Set.of(), PageRequest.of(0, 10)))
                .as("a sign, not a wildcard")
                .isEmpty();
        assertThat(statements.of(() -> directory.search("", Set.of(), PageRequest.of(0, 2))))
                .as("and the one that every transaction begins with")
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"regie des sources numero", "RÉGIE DES Sources Numéro", "re\u0301gie", "soeurs"})
    void utilities_are_found_whatever_the_accents_in_their_name_or_in_what_is_typed(String words) {
        fleet.draft(yaml().replace("name: SIEGVO", "name: Régie des sources numéro 15, Trois Sœurs"), ANNE);

        assertThat(directory.search(words, Set.of(), PageRequest.of(0, 100)))
                .extracting(UtilitySummary::slug)
                .contains(slug);
    }

    private boolean isApplied(Edit edit) {
        try {
            fleet.configure(slug, edit, ANNE);
            return true;
        } catch (VersionOutdated later) {
            return false;
        }
    }

    private String yaml() {
        return Utilities.like(Utilities.SIEGVO, slug);
    }
}
