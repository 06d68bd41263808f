package fr.ondine.platform.staff;

import static fr.ondine.testing.TestStaff.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.factors.WrongCode;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.TestStaff;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff come in at their own utility by one mailed link and with both factors; elsewhere they are nobody. */
@PlatformTest
class StaffSignInTests {

    private final String from = UUID.randomUUID().toString();

    @Autowired
    BeanFactory beans;

    @Autowired
    Team team;

    @Autowired
    StaffInvitations invitations;

    @Autowired
    StaffSignIn door;

    @Autowired
    StaffSessions sessions;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_invitation_is_mailed_in_the_utilitys_name_and_opens_the_account_once() {
        var email = invite();
        var mail = CaughtMails.shared().await(email.value());
        assertThat(mail.subject()).contains("SIEGVO");
        assertThat(mail.link()).hasHost("siegvo.localhost").hasPath("/gestion/invitation");
        var link = TestStaff.invitation(email);

        at(Utilities.SIEGVO, () -> {
            var factor = invitations.look(link).orElseThrow().factor();
            var code = factor.codeAt(now());
            assertThatThrownBy(() -> invitations.accept(link, PASSWORD, factor, "000000"))
                    .isInstanceOf(WrongCode.class);
            assertThatThrownBy(() -> invitations.accept(link, "siegvo siegvo 12", factor, code))
                    .hasMessageContaining("too-guessable");

            assertThat(invitations.accept(link, PASSWORD, factor, code)).hasSize(10);

            assertThatThrownBy(() -> invitations.accept(link, PASSWORD, factor, code))
                    .isInstanceOf(StaffInvitationNoLongerValid.class);
            var account = transaction.execute(status -> accounts.find(email)).orElseThrow();
            assertThat(account.securityVersion())
                    .as("what began before has ended")
                    .isPositive();
            return assertThat(invitations.look(link)).isEmpty();
        });
    }

    @Test
    void an_invitation_to_one_utility_opens_nothing_at_another() {
        var link = TestStaff.invitation(invite());

        assertThat(at(Utilities.MALESHERBOIS, () -> invitations.look(link))).isEmpty();
        assertThat(at(Utilities.SIEGVO, () -> invitations.look(link))).isPresent();
    }

    @Test
    void an_invitation_lapses() {
        var email = invite();
        var link = TestStaff.invitation(email);
        at(Utilities.SIEGVO, () -> {
            var factor = invitations.look(link).orElseThrow().factor();
            set("invitation_expires_at = cast(? as timestamptz)", email, now().minusMillis(1));

            assertThat(invitations.look(link)).isEmpty();
            assertThatThrownBy(() -> invitations.accept(link, PASSWORD, factor, factor.codeAt(now())))
                    .isInstanceOf(StaffInvitationNoLongerValid.class);
            boolean accepted = transaction.execute(status -> accounts.accept(link.digest(), "hash", null, 0, now()));
            return assertThat(accepted)
                    .as("it lapsed while the password was hashed")
                    .isFalse();
        });
    }

    @Test
    void an_invitation_ends_with_a_suspension_and_does_not_come_back_with_it() {
        var anne = siegvo().signedIn(siegvo().administrator());
        var email = TestStaff.freshEmail();
        var paul = at(Utilities.SIEGVO, () -> team.invite(anne, email, "Paul Dupont", StaffRole.AGENT));
        var link = TestStaff.invitation(email);
        at(Utilities.SIEGVO, () -> {
            set("state = cast(? as text)", email, "SUSPENDED");
            assertThat(invitations.look(link)).as("whatever its link").isEmpty();
            set("state = cast(? as text)", email, "INVITED");
            assertThat(invitations.look(link)).isPresent();
            team.suspend(anne, paul);
            assertThat(invitations.look(link)).isEmpty();
            team.resume(anne, paul);
            return assertThat(invitations.look(link)).isEmpty();
        });
    }

    @Test
    void minutes_after_the_password_it_is_asked_for_again() {
        var anne = siegvo().administrator();
        at(Utilities.SIEGVO, () -> {
            var account = transaction
                    .execute(status -> accounts.find(new EmailAddress(anne.email())))
                    .orElseThrow();
            var hash = String.valueOf(account.passwordHash());
            var code = anne.recoveryCodes().getFirst();
            var stale = new StaffPasswordGiven("siegvo", account.id(), hash, now().minusSeconds(601));
            assertThatThrownBy(() -> door.code(stale, code)).isInstanceOf(StaffSignInRefused.class);
            assertThatThrownBy(() -> door.askPasskey(stale, "siegvo.localhost")).isInstanceOf(StaffSignInRefused.class);

            var fresh = new StaffPasswordGiven("siegvo", account.id(), hash, now().minusSeconds(590));
            return assertThat(door.code(fresh, code)).isNotNull();
        });
    }

    @Test
    void a_utility_that_is_a_copy_of_another_lets_in_nobody_who_came_to_the_other() {
        var anne = siegvo().administrator();
        var given = at(Utilities.SIEGVO, () -> password(anne));
        var signedIn = siegvo().signedIn(anne);
        var account = at(Utilities.SIEGVO, () -> rows("staff_member", "id", signedIn.id()));
        var codes = at(Utilities.SIEGVO, () -> rows("staff_recovery_code", "staff_id", signedIn.id()));
        at(Utilities.MALESHERBOIS, () -> {
            copy("staff_member", account);
            copy("staff_recovery_code", codes);
            assertThat(sessions.isCurrent(signedIn)).isFalse();
            var code = anne.recoveryCodes().getFirst();
            assertThatThrownBy(() -> door.code(given, code)).isInstanceOf(StaffSignInRefused.class);
            assertThat(door.code(password(anne), code))
                    .as("who comes here may be let in")
                    .isNotNull();
            return set("state = cast(? as text)", new EmailAddress(anne.email()), "SUSPENDED");
        });
    }

    @Test
    void a_code_counts_once_and_a_recovery_code_too() {
        var anne = siegvo().administrator();
        at(Utilities.SIEGVO, () -> {
            var code = anne.factor().codeAt(now());
            var staff = door.code(password(anne), code);
            assertThat(staff.role()).isEqualTo(StaffRole.ADMINISTRATOR);
            assertThat(sessions.isCurrent(staff)).isTrue();
            assertThatThrownBy(() -> door.code(password(anne), code)).isInstanceOf(StaffSignInRefused.class);

            var recovery = anne.recoveryCodes().getFirst();
            assertThat(door.code(password(anne), recovery.toLowerCase())).isNotNull();
            return assertThatThrownBy(() -> door.code(password(anne), recovery)).isInstanceOf(StaffSignInRefused.class);
        });
    }

    @Test
    void staff_of_one_utility_are_nobody_at_another() {
        var anne = siegvo().administrator();
        var given = at(Utilities.SIEGVO, () -> password(anne));
        var signedIn = siegvo().signedIn(anne);

        at(Utilities.MALESHERBOIS, () -> {
            assertThatThrownBy(() -> password(anne)).isInstanceOf(StaffSignInRefused.class);
            assertThatThrownBy(() -> door.code(given, anne.recoveryCodes().getFirst()))
                    .isInstanceOf(StaffSignInRefused.class);
            assertThat(sessions.isCurrent(signedIn)).isFalse();
            return assertThatThrownBy(() -> team.all(signedIn)).isInstanceOf(RoleMissing.class);
        });
    }

    @Test
    void unknown_wrong_and_too_often_are_one_refusal() {
        var anne = siegvo().administrator();
        at(Utilities.SIEGVO, () -> {
            for (var attempt = 0; attempt < 10; attempt++) {
                assertRefused(() -> door.password(anne.email(), "another password", from));
            }
            assertRefused(() -> door.password(anne.email(), PASSWORD, from));
            assertRefused(() -> door.password("nobody@collectivite.fr", PASSWORD, "elsewhere" + from));
            assertRefused(() -> door.password("no address", PASSWORD, "elsewhere" + from));
            return assertThat(door.password(anne.email(), PASSWORD, "elsewhere" + from))
                    .as("a stranger keeps nobody out")
                    .isNotNull();
        });
    }

    @Test
    void who_is_right_has_tried_nothing() {
        var anne = siegvo().administrator();
        at(Utilities.SIEGVO, () -> {
            for (var again = 0; again < 11; again++) {
                assertThat(password(anne)).isNotNull();
            }
            for (var code : anne.recoveryCodes().subList(0, 6)) {
                assertThat(door.code(password(anne), code)).isNotNull();
            }
            return true;
        });
    }

    @Test
    void wrong_codes_close_the_second_step_for_a_while() {
        var anne = siegvo().administrator();
        at(Utilities.SIEGVO, () -> {
            var given = password(anne);
            for (var attempt = 0; attempt < 5; attempt++) {
                assertThatThrownBy(() -> door.code(given, "000000")).isInstanceOf(StaffSignInRefused.class);
            }
            return assertThatThrownBy(() -> door.code(given, anne.factor().codeAt(now())))
                    .isInstanceOf(StaffSignInRefused.class);
        });
    }

    @Test
    void nothing_that_opens_an_account_is_kept_readable() {
        var anne = siegvo().administrator();

        var kept = at(
                Utilities.SIEGVO,
                () -> transaction.execute(status -> database.sql("select row_to_json(s)::text || (select"
                                + " string_agg(digest::text, ' ') from staff_recovery_code c where c.staff_id = s.id)"
                                + " from staff_member s where email = ?")
                        .param(anne.email())
                        .query(String.class)
                        .single()));

        assertThat(kept).contains("argon2id").doesNotContain(anne.factor().key(), PASSWORD);
        assertThat(anne.recoveryCodes()).noneMatch(code -> kept.contains(code) || kept.contains(code.replace("-", "")));
    }

    private int set(String what, EmailAddress email, Object value) {
        return transaction.execute(status -> database.sql("update staff_member set " + what + " where email = ?")
                .params(value instanceof Instant moment ? moment.toString() : value, email.value())
                .update());
    }

    private String rows(String table, String which, UUID id) {
        return transaction.execute(status -> database.sql(
                        "select jsonb_agg(to_jsonb(t))::text from " + table + " t where " + which + " = ?")
                .param(id)
                .query(String.class)
                .single());
    }

    private void copy(String table, String rows) {
        transaction.executeWithoutResult(status -> database.sql("insert into " + table
                        + " select (jsonb_populate_recordset(null::" + table + ", cast(? as jsonb))).*")
                .param(rows)
                .update());
    }

    private EmailAddress invite() {
        var email = TestStaff.freshEmail();
        at(Utilities.SIEGVO, () -> team.inviteAdministrator("operator:test", email, "Anne Martin"));
        return email;
    }

    private StaffPasswordGiven password(TestStaff.Known who) {
        return door.password(who.email(), PASSWORD, from);
    }

    private TestStaff siegvo() {
        return new TestStaff(beans, Utilities.SIEGVO);
    }

    private Instant now() {
        return clock.instant();
    }

    private static void assertRefused(Supplier<?> attempt) {
        assertThatThrownBy(attempt::get).isInstanceOf(StaffSignInRefused.class).hasMessageContaining("password");
    }

    private static <T> T at(TenantId utility, Supplier<T> work) {
        return TenantContext.callAs(utility, work::get);
    }
}
