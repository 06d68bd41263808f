package fr.ondine.platform.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.fleet.Edit;
import fr.ondine.platform.fleet.UnknownUtility;
import fr.ondine.platform.fleet.UnknownVersion;
import fr.ondine.platform.fleet.WantedActs;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.Limits;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** Every act on a utility asks for a permission, and is written down in the operator's name. */
@PlatformTest
class ManagedFleetTests {

    private static final String NOBODY = "nobody";

    private final String slug =
            "m" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @Autowired
    ManagedFleet fleet;

    @Autowired
    StatementCount statements;

    @Test
    void what_an_operator_does_is_written_down_in_their_name() {
        fleet.add(with(Permission.OPERATE), yaml());
        fleet.suspend(with(Permission.OPERATE), slug, "asked for");

        assertThat(fleet.acts(with(Permission.VIEW), slug, 1)).singleElement().satisfies(act -> {
            assertThat(act.actor()).isEqualTo("operator:anne@exploitant.fr");
            assertThat(act.detail()).isEqualTo("asked for");
        });
        assertThatThrownBy(() -> fleet.inviteAdministrator(
                        with(Permission.OPERATE), slug, new EmailAddress("a@siegvo.example"), "Anne"))
                .hasMessageContaining("utility-not-open");
    }

    @Test
    void all_acts_are_looked_through_by_who_administers() {
        fleet.add(with(Permission.OPERATE), yaml());
        for (var turn = 0; turn < ActPage.SIZE; turn += 2) {
            fleet.suspend(with(Permission.OPERATE), slug, "turn " + turn);
            fleet.resume(with(Permission.OPERATE), slug, "turn " + (turn + 1));
        }
        var today = LocalDate.now(ZoneOffset.UTC);
        var all = new WantedActs(today.minusDays(1), today.plusDays(1), "ANNE@", slug);
        var first = fleet.acts(with(Permission.ADMINISTER), all, 0);
        var second = fleet.acts(with(Permission.ADMINISTER), all, 1);

        assertThat(first.rows()).hasSize(ActPage.SIZE);
        assertThat(first.rows().getFirst().detail()).as("the latest").isEqualTo("turn " + (ActPage.SIZE - 1));
        assertThat(first.hasMore()).isTrue();
        assertThat(second.rows()).isNotEmpty().doesNotContainAnyElementsOf(first.rows());
        assertThat(second.hasMore()).isFalse();
        var tomorrow = new WantedActs(today.plusDays(2), today.plusDays(3), "", slug);
        assertThat(fleet.acts(with(Permission.ADMINISTER), tomorrow, 0).rows()).isEmpty();
        assertThatThrownBy(() -> fleet.acts(with(Permission.OPERATE), all, 0)).isInstanceOf(PermissionMissing.class);
    }

    @ParameterizedTest
    @EnumSource
    void an_act_needs_its_permission_and_with_it_goes_on(Act act) {
        for (var permission : Permission.values()) {
            if (permission.includes(act.needed)) {
                assertThatThrownBy(() -> act.on(fleet, with(permission)))
                        .as("goes on to look for the utility")
                        .isInstanceOfAny(UnknownUtility.class, UnknownVersion.class, InvalidConfiguration.class);
            } else {
                assertThatThrownBy(() -> act.on(fleet, with(permission))).isInstanceOf(PermissionMissing.class);
            }
        }
    }

    @Test
    void every_act_is_in_this_test() {
        var acts = Arrays.stream(ManagedFleet.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(method -> method.getName() + method.getParameterCount())
                .distinct();

        // search and acts find nothing instead of refusing an unknown utility, and beginning looks for none
        assertThat(acts).hasSize(Act.values().length + 3);
    }

    @Test
    void a_page_costs_the_same_statements_whatever_it_holds() {
        var one = statements.of(() -> page(1));
        fleet.draft(with(Permission.OPERATE), yaml());

        assertThat(statements.of(() -> page(50))).isEqualTo(one).isEqualTo(3);
    }

    private void page(int size) {
        fleet.search(with(Permission.VIEW), "", Set.of(UtilityState.values()), PageRequest.of(0, size));
    }

    private static CurrentOperator with(Permission permission) {
        return new CurrentOperator(UUID.randomUUID(), "anne@exploitant.fr", "Anne Martin", permission, 1)
                .provenAt(Instant.parse("2999-01-01T00:00:00Z"));
    }

    private String yaml() {
        return Utilities.like(Utilities.SIEGVO, slug);
    }

    private enum Act {
        GET(Permission.VIEW, (fleet, who) -> fleet.get(who, NOBODY)),
        USE(Permission.VIEW, (fleet, who) -> fleet.use(who, NOBODY)),
        CONFIGURATION(Permission.VIEW, (fleet, who) -> fleet.configuration(who, NOBODY)),
        VERSION(Permission.VIEW, (fleet, who) -> fleet.configuration(who, NOBODY, 1)),
        HISTORY(Permission.VIEW, (fleet, who) -> fleet.history(who, NOBODY)),
        DIFFERENCE(Permission.VIEW, (fleet, who) -> fleet.difference(who, NOBODY, "")),
        LEFT_OUTSIDE(Permission.VIEW, (fleet, who) -> fleet.leftOutside(who, NOBODY, "")),
        CHECK(Permission.OPERATE, (fleet, who) -> fleet.check(who, "slug: x")),
        ADD(Permission.OPERATE, (fleet, who) -> fleet.add(who, "slug: x")),
        DRAFT(Permission.OPERATE, (fleet, who) -> fleet.draft(who, "slug: x")),
        CONFIGURE(Permission.OPERATE, (fleet, who) -> fleet.configure(who, NOBODY, new Edit("", "", 1))),
        ROLL_BACK(Permission.OPERATE, (fleet, who) -> fleet.rollBack(who, NOBODY, 1, 1)),
        LIMIT(Permission.OPERATE, (fleet, who) -> fleet.limit(who, NOBODY, new Limits(1, 1, 1, 1))),
        INVITE_ADMINISTRATOR(
                Permission.OPERATE,
                (fleet, who) -> fleet.inviteAdministrator(who, NOBODY, new EmailAddress("a@siegvo.example"), "Anne")),
        MIGRATE(Permission.OPERATE, (fleet, who) -> fleet.migrate(who, NOBODY)),
        SUSPEND(Permission.OPERATE, (fleet, who) -> fleet.suspend(who, NOBODY, "")),
        RESUME(Permission.OPERATE, (fleet, who) -> fleet.resume(who, NOBODY, "")),
        ARCHIVE(Permission.OPERATE, (fleet, who) -> fleet.archive(who, NOBODY, "")),
        ASK_DELETION(Permission.ADMINISTER, (fleet, who) -> fleet.askDeletion(who, NOBODY, "")),
        WITHDRAW_DELETION(Permission.ADMINISTER, (fleet, who) -> fleet.withdrawDeletion(who, NOBODY)),
        DELETE(
                Permission.ADMINISTER,
                (fleet, who) -> fleet.deletion(who, NOBODY, "").run());

        private final Permission needed;
        private final Work work;

        Act(Permission needed, Work work) {
            this.needed = needed;
            this.work = work;
        }

        void on(ManagedFleet fleet, CurrentOperator who) {
            work.on(fleet, who);
        }
    }

    private interface Work {
        void on(ManagedFleet fleet, CurrentOperator who);
    }
}
