package fr.ondine.platform.staff;

import static fr.ondine.testing.TestStaff.PASSWORD;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.factors.PasswordRefused;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.AnswerTimes;
import fr.ondine.testing.Effort;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.TestStaff;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody who is not of the staff tries at its door. */
@PlatformTest
class StaffDoorTests {

    private static final int AT_ONCE = 4;

    @Autowired
    BeanFactory beans;

    @Autowired
    Team team;

    @Autowired
    StaffInvitations invitations;

    @Autowired
    StaffSignIn door;

    @Autowired
    Clock clock;

    @Autowired
    StatementCount statements;

    @Test
    void of_some_who_accept_an_invitation_at_the_same_moment_one_comes_in() throws Exception {
        var email = TestStaff.freshEmail();
        TenantContext.runAs(SIEGVO, () -> team.inviteAdministrator("operator:test", email, "Anne Martin"));
        var link = TestStaff.invitation(email);
        var factor = TenantContext.callAs(
                SIEGVO, () -> invitations.look(link).orElseThrow().factor());
        Callable<Boolean> accept = () -> TenantContext.callAs(SIEGVO, () -> {
            try {
                invitations.accept(link, PASSWORD, factor, factor.codeAt(clock.instant()));
                return true;
            } catch (StaffInvitationNoLongerValid used) {
                return false;
            }
        });
        try (var some = Executors.newFixedThreadPool(AT_ONCE)) {
            assertThat(some
                            .invokeAll(IntStream.range(0, AT_ONCE)
                                    .mapToObj(again -> accept)
                                    .toList())
                            .stream()
                            .filter(Future::resultNow))
                    .hasSize(1);
        }
    }

    @Test
    void each_word_of_the_utilitys_name_counts_for_nothing_in_a_password() {
        var email = TestStaff.freshEmail();
        TenantContext.runAs(MALESHERBOIS, () -> {
            var passwords = beans.getBean(StaffPasswords.class);
            assertThatThrownBy(() -> passwords.hash("malesherbois-26", email))
                    .isInstanceOf(PasswordRefused.class)
                    .hasMessageContaining("too-guessable");
        });
    }

    @Test
    void a_refused_password_costs_as_much_for_nobodys_address() {
        var anne = new TestStaff(beans, SIEGVO).administrator();
        var invited = TestStaff.freshEmail();
        TenantContext.runAs(SIEGVO, () -> {
            team.inviteAdministrator("operator:test", invited, "Anne Martin");
            var refused = Effort.of(() -> refuse(anne.email(), "place-3"), statements);

            assertThat(refused.hashes()).isOne();
            assertThat(Effort.of(() -> refuse("nobody@collectivite.fr", "place-3"), statements))
                    .isEqualTo(refused);
            assertThat(Effort.of(() -> refuse(invited.value(), "place-3"), statements))
                    .as("invited, and not come yet")
                    .isEqualTo(refused);
        });
    }

    @Test
    @Tag("long") // a busy machine would make it a matter of luck
    void a_refused_password_takes_as_long_for_nobodys_address() {
        var anne = new TestStaff(beans, SIEGVO).administrator();
        TenantContext.runAs(
                SIEGVO,
                () -> AnswerTimes.assertAlike(
                        round -> refuse(anne.email(), "place-1-" + round),
                        round -> refuse("nobody" + round + "@collectivite.fr", "place-2-" + round)));
    }

    private void refuse(String email, String from) {
        assertThatThrownBy(() -> door.password(email, "another password", from)).isInstanceOf(StaffSignInRefused.class);
    }
}
