package fr.ondine.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.TestStaff;
import fr.ondine.testing.Utilities;
import fr.ondine.testing.Waiters;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Administrators of a utility say who works there; one of them must remain. */
@PlatformTest
class TeamTests {

    @Autowired
    BeanFactory beans;

    @Autowired
    Team team;

    @Autowired
    StaffSessions sessions;

    @Autowired
    StaffSignIn door;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void an_agent_may_not_look_at_the_team_nor_change_it() {
        var agent = staff().signedIn(staff().agent());
        at(() -> {
            assertThat(agent.role()).isEqualTo(StaffRole.AGENT);
            assertRefused(() -> team.all(agent));
            assertRefused(() -> team.invite(agent, TestStaff.freshEmail(), "Paul", StaffRole.AGENT));
            assertRefused(run(() -> team.inviteAgain(agent, UUID.randomUUID())));
            assertRefused(run(() -> team.suspend(agent, UUID.randomUUID())));
            assertRefused(run(() -> team.resume(agent, UUID.randomUUID())));
            return null;
        });
    }

    @Test
    void who_is_suspended_is_out_at_once_and_comes_back_with_the_same_factors() {
        var anne = administrator();
        var known = staff().agent();
        var paul = staff().signedIn(known);
        at(() -> {
            team.suspend(anne, paul.id());
            assertThat(sessions.isCurrent(paul)).isFalse();
            assertThatThrownBy(() -> door.password(known.email(), TestStaff.PASSWORD, "192.0.2.3"))
                    .isInstanceOf(StaffSignInRefused.class);

            team.resume(anne, paul.id());
            assertThatThrownBy(() -> team.resume(anne, paul.id())).isInstanceOf(StaffRefused.class);
            assertThat(sessions.isCurrent(paul))
                    .as("the old session stays ended")
                    .isFalse();
            return assertThat(door.code(
                            door.password(known.email(), TestStaff.PASSWORD, "192.0.2.3"),
                            known.recoveryCodes().getLast()))
                    .isNotNull();
        });
    }

    @Test
    void nobody_suspends_oneself_nor_the_last_administrator() {
        var anne = administrator();
        at(() -> {
            assertThatThrownBy(() -> team.suspend(anne, anne.id())).hasMessageContaining("oneself");
            suspendOthers(anne.id());
            return assertThatThrownBy(() -> team.suspend(another(anne), anne.id()))
                    .hasMessageContaining("last-administrator");
        });
    }

    @Test
    void the_last_administrator_stays_one_and_nobody_changes_their_own_role() {
        var anne = administrator();
        at(() -> {
            assertThatThrownBy(() -> team.give(anne, anne.id(), StaffRole.READER))
                    .hasMessageContaining("oneself");
            suspendOthers(anne.id());
            assertThatThrownBy(() -> team.give(another(anne), anne.id(), StaffRole.READER))
                    .hasMessageContaining("last-administrator");
            return assertThat(sessions.isCurrent(anne)).isTrue();
        });
    }

    @Test
    void nobody_invites_oneself_again_nor_the_last_administrator() {
        var anne = administrator();
        at(() -> {
            assertThatThrownBy(() -> team.inviteAgain(anne, anne.id())).hasMessageContaining("oneself");
            suspendOthers(anne.id());
            assertThatThrownBy(() -> team.inviteAgain(another(anne), anne.id()))
                    .hasMessageContaining("last-administrator");
            return assertThat(sessions.isCurrent(anne)).isTrue();
        });
    }

    @Test
    void who_is_an_administrator_to_the_release_before_alone_is_not_the_one_that_remains() {
        var anne = administrator();
        var bea = administrator();
        at(() -> {
            suspendOthers(anne.id());
            set("state = 'ACTIVE', newer_role = 'READER'", bea.id());
            return assertThatThrownBy(() -> team.suspend(another(anne), anne.id()))
                    .hasMessageContaining("last-administrator");
        });
    }

    @Test
    void of_two_administrators_who_suspend_each_other_at_once_one_remains() {
        var anne = administrator();
        var bea = administrator();
        at(() -> {
            suspendOthers(anne.id());
            set("state = 'ACTIVE'", bea.id());
            var second = transaction.execute(status -> {
                team.suspend(anne, bea.id());
                var waits = CompletableFuture.runAsync(
                        () -> TenantContext.runAs(Utilities.ILEO, () -> team.suspend(bea, anne.id())));
                Waiters.forUs(database);
                return waits;
            });
            assertThatThrownBy(second::join).hasMessageContaining("last-administrator");
            return assertThat(sessions.isCurrent(anne)).isTrue();
        });
    }

    @Test
    void another_role_counts_at_once_and_is_written_down() {
        var anne = administrator();
        var known = staff().agent();
        var paul = staff().signedIn(known);
        at(() -> {
            for (var role : StaffRole.values()) {
                team.give(anne, paul.id(), role);
                assertThat(team.all(anne)).anyMatch(one -> one.id().equals(paul.id()) && one.role() == role);
            }
            team.give(anne, paul.id(), StaffRole.READER);
            assertThat(sessions.isCurrent(paul))
                    .as("what they might before is over")
                    .isFalse();
            assertThat(deeds(paul.id())).contains("staff.role-given " + anne.actor());
            return assertThat(door.code(
                                    door.password(known.email(), TestStaff.PASSWORD, "192.0.2.5"),
                                    known.recoveryCodes().getLast())
                            .role())
                    .isEqualTo(StaffRole.READER);
        });
    }

    @Test
    void an_address_is_one_account_and_a_name_is_needed() {
        var anne = administrator();
        at(() -> {
            assertThatThrownBy(() -> team.invite(anne, new EmailAddress(anne.email()), "Anne", StaffRole.AGENT))
                    .hasMessageContaining("email-taken");
            return assertThatThrownBy(() -> team.invite(anne, TestStaff.freshEmail(), " ", StaffRole.AGENT))
                    .hasMessageContaining("name-missing");
        });
    }

    @Test
    void an_invitation_again_ends_the_session_and_forgets_the_password() {
        var anne = administrator();
        var known = staff().agent();
        var paul = staff().signedIn(known);
        at(() -> {
            team.inviteAgain(anne, paul.id());
            assertThat(sessions.isCurrent(paul)).isFalse();
            assertThat(kept(paul.id())).as("of password and application").isEqualTo("0");
            return assertThatThrownBy(() -> door.password(known.email(), TestStaff.PASSWORD, "192.0.2.4"))
                    .isInstanceOf(StaffSignInRefused.class);
        });
    }

    @Test
    void who_did_what_to_whom_is_written_down() {
        var anne = administrator();
        at(() -> {
            var id = team.invite(anne, TestStaff.freshEmail(), "Paul Dupont", StaffRole.AGENT);
            team.suspend(anne, id);
            return assertThat(deeds(id))
                    .containsExactlyInAnyOrder("staff.invited " + anne.actor(), "staff.suspended " + anne.actor());
        });
    }

    private List<String> deeds(UUID id) {
        return transaction.execute(
                status -> database.sql("select action || ' ' || actor from audit_entry where subject = ?")
                        .param("staff:" + id)
                        .query(String.class)
                        .list());
    }

    private String kept(UUID id) {
        return transaction.execute(status -> database.sql(
                        "select num_nonnulls(password_hash, totp_secret)::text from staff_member where id = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    private static CurrentStaff another(CurrentStaff anne) {
        return ProvenStaff.of(
                anne.utility(), UUID.randomUUID(), "b@collectivite.fr", "Bea", StaffRole.ADMINISTRATOR, 1);
    }

    private void suspendOthers(UUID id) {
        transaction.executeWithoutResult(
                status -> database.sql("update staff_member set state = 'SUSPENDED' where id <> ?")
                        .param(id)
                        .update());
    }

    private void set(String what, UUID id) {
        transaction.executeWithoutResult(status -> database.sql("update staff_member set " + what + " where id = ?")
                .param(id)
                .update());
    }

    private CurrentStaff administrator() {
        return staff().signedIn(staff().administrator());
    }

    private TestStaff staff() {
        return new TestStaff(beans, Utilities.ILEO);
    }

    private static void assertRefused(Supplier<?> attempt) {
        assertThatThrownBy(attempt::get).isInstanceOf(RoleMissing.class);
    }

    private static Supplier<?> run(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }

    private static <T> T at(Supplier<T> work) {
        return TenantContext.callAs(Utilities.ILEO, work::get);
    }
}
