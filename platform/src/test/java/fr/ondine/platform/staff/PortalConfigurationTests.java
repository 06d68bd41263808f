package fr.ondine.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Utilities;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Administrators configure their own utility, and leave alone what belongs to operators. */
@PlatformTest
class PortalConfigurationTests {

    private final TenantId utility =
            new TenantId("p" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));

    @Autowired
    PortalConfiguration configuration;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void a_utility() {
        fleet.add(Utilities.like(Utilities.SIEGVO, utility.slug()), "operator:test");
    }

    @Test
    void a_change_is_shown_then_in_force_with_who_and_why() {
        var anne = with(StaffRole.ADMINISTRATOR);
        at(() -> {
            var before = configuration.inForce(anne);
            var yaml = new ConfigurationEdit(before.yaml())
                    .with("brand.colour", "#7a1f5c")
                    .yaml();
            assertThat(configuration.difference(anne, yaml))
                    .singleElement()
                    .satisfies(change -> assertThat(change.path()).isEqualTo("brand.colour"));

            configuration.apply(anne, before.version(), yaml, "Nouvelle charte");

            tenants.refresh();
            assertThat(tenants.current().brand().colour().hex()).isEqualTo("#7a1f5c");
            assertThat(configuration.history(anne).getFirst()).satisfies(version -> {
                assertThat(version.appliedBy()).isEqualTo("staff:anne@collectivite.fr");
                assertThat(version.reason()).isEqualTo("Nouvelle charte");
            });
            configuration.rollBack(anne, configuration.inForce(anne).version(), before.version());
            return assertThat(configuration.inForce(anne).yaml()).isEqualTo(before.yaml());
        });
    }

    @Test
    void two_who_change_at_once_do_not_undo_each_other() {
        var anne = with(StaffRole.ADMINISTRATOR);
        at(() -> {
            var before = configuration.inForce(anne);
            var one = new ConfigurationEdit(before.yaml()).with("slogan", "Une").yaml();
            var other =
                    new ConfigurationEdit(before.yaml()).with("slogan", "Autre").yaml();
            configuration.apply(anne, before.version(), one, "");
            assertThatThrownBy(() -> configuration.rollBack(anne, before.version(), before.version()))
                    .hasMessageContaining("changed-meanwhile");
            return assertThatThrownBy(() -> configuration.apply(anne, before.version(), other, ""))
                    .hasMessageContaining("changed-meanwhile");
        });
    }

    @Test
    void what_belongs_to_operators_is_refused_with_its_line() {
        var anne = with(StaffRole.ADMINISTRATOR);
        at(() -> {
            var before = configuration.inForce(anne);
            for (var yaml : new String[] {
                before.yaml().replace(utility + ".localhost", "autre." + utility + ".localhost"),
                before.yaml().replace("acct_1Own" + utility, "acct_1Autre"),
                // requests would go there, with the utility's secret
                before.yaml() + """

                france-connect:
                  issuer: https://ailleurs.exemple.fr/api/v2
                  client-id: client-d-ailleurs
                  signature: es256
                  userinfo: json
                """,
                before.yaml() + """

                pro-connect:
                  issuer: https://ailleurs.exemple.fr/api/v2
                  client-id: client-d-ailleurs
                  signature: es256
                  sirets: ["20005500200014"]
                """
            }) {
                assertThatThrownBy(() -> configuration.difference(anne, yaml))
                        .isInstanceOf(InvalidConfiguration.class)
                        .hasMessageContaining("seul un exploitant");
                assertThatThrownBy(() -> configuration.apply(anne, before.version(), yaml, ""))
                        .isInstanceOf(InvalidConfiguration.class);
            }
            return assertThat(configuration.inForce(anne)).isEqualTo(before);
        });
    }

    @Test
    void what_operators_have_changed_since_is_not_rolled_back() {
        var anne = with(StaffRole.ADMINISTRATOR);
        var first = at(() -> configuration.inForce(anne));
        fleet.configure(
                utility.slug(),
                first.yaml().replace("acct_1Own" + utility, "acct_1Autre"),
                "operator:test",
                "Nouveau compte");
        at(() -> {
            var now = configuration.inForce(anne);
            assertThatThrownBy(() -> configuration.rollBack(anne, now.version(), first.version()))
                    .isInstanceOf(InvalidConfiguration.class);
            return assertThat(configuration.inForce(anne)).isEqualTo(now);
        });
    }

    @Test
    void a_host_of_the_utilitys_own_comes_and_goes() {
        var anne = with(StaffRole.ADMINISTRATOR);
        at(() -> {
            var before = configuration.inForce(anne);
            var own = "portail." + utility + ".fr";
            var host = utility + ".localhost";
            var more = before.yaml().replace("[" + host + "]", "[" + own + ", " + host + "]");
            configuration.apply(anne, before.version(), more, "");
            tenants.refresh();
            assertThat(tenants.current().canonicalHost()).isEqualTo(own);
            assertThat(configuration.platformNames(anne)).containsExactly(host);
            assertThatThrownBy(() -> configuration.difference(anne, more.replace(", " + host, "")))
                    .hasMessageContaining("seul un exploitant");
            configuration.apply(anne, before.version() + 1, before.yaml(), "");
            tenants.refresh();
            return assertThat(tenants.current().hosts()).containsExactly(host);
        });
    }

    @Test
    void an_agent_and_whoever_is_of_another_utility_are_refused_everything() {
        var agent = with(StaffRole.AGENT);
        var stranger = ProvenStaff.of(
                "malesherbois", UUID.randomUUID(), "b@collectivite.fr", "Bea", StaffRole.ADMINISTRATOR, 1);
        for (var who : new CurrentStaff[] {agent, stranger}) {
            at(() -> {
                assertRefused(() -> configuration.inForce(who));
                assertRefused(() -> configuration.version(who, 1));
                assertRefused(() -> configuration.history(who));
                assertRefused(() -> configuration.difference(who, ""));
                assertRefused(() -> configuration.apply(who, 1, "", ""));
                assertRefused(() -> configuration.rollBack(who, 1, 1));
                return null;
            });
        }
    }

    @Test
    void the_platforms_own_work_never_goes_on_in_a_utilitys_transaction() {
        at(() -> transaction.execute(
                status -> assertThatThrownBy(() -> configuration.inForce(with(StaffRole.ADMINISTRATOR)))
                        .isInstanceOf(IllegalStateException.class)));
        at(() -> TenantContext.callUnbound(
                () -> assertThatThrownBy(TenantContext::current).isInstanceOf(IllegalStateException.class)));
    }

    private CurrentStaff with(StaffRole role) {
        return ProvenStaff.of(utility.slug(), UUID.randomUUID(), "anne@collectivite.fr", "Anne", role, 1);
    }

    private <T> T at(Supplier<T> work) {
        return TenantContext.callAs(utility, work::get);
    }

    private static void assertRefused(Supplier<?> attempt) {
        assertThatThrownBy(attempt::get).isInstanceOf(RoleMissing.class);
    }
}
