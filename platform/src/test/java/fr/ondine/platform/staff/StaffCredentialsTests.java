package fr.ondine.platform.staff;

import static fr.ondine.testing.TestStaff.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import fr.ondine.platform.factors.PasswordRefused;
import fr.ondine.platform.factors.ProofNeeded;
import fr.ondine.platform.factors.WrongCode;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PasskeyDevice;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.TestStaff;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff change their own password and second factor; whoever finds an open session changes neither. */
@PlatformTest
class StaffCredentialsTests {

    private static final String OTHER = "quatre hérons patientent";

    @Autowired
    BeanFactory beans;

    @Autowired
    StaffCredentials credentials;

    @Autowired
    StaffSessions sessions;

    @Autowired
    StaffSignIn door;

    @Autowired
    StaffPasskeys passkeys;

    @Autowired
    StaffProof proof;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private TestStaff.Known anne;
    private CurrentStaff session;

    @BeforeEach
    void somebody_who_is_signed_in() {
        var staff = new TestStaff(beans, Utilities.SIEGVO);
        anne = staff.administrator();
        session = staff.signedIn(anne);
    }

    @Test
    void another_password_ends_the_other_sessions_and_is_announced() {
        at(() -> {
            var next = credentials.changePassword(session, PASSWORD, OTHER);

            assertThat(sessions.isCurrent(session)).isFalse();
            assertThat(sessions.isCurrent(next)).isTrue();
            assertThatThrownBy(() -> signIn(PASSWORD, 0)).isInstanceOf(StaffSignInRefused.class);
            return assertThat(signIn(OTHER, 0).id()).isEqualTo(session.id());
        });
        CaughtMails.shared().await(anne.email(), mail -> mail.subject().contains("mot de passe"));
    }

    @Test
    void another_second_factor_ends_the_old_recovery_codes_too() {
        at(() -> {
            var factor = credentials.freshFactor(session);
            assertThatThrownBy(() -> credentials.changeFactor(session, PASSWORD, factor, "000000"))
                    .isInstanceOf(WrongCode.class);

            var changed = credentials.changeFactor(session, PASSWORD, factor, factor.codeAt(clock.instant()));

            assertThat(sessions.isCurrent(session)).isFalse();
            assertThat(sessions.isCurrent(changed.staff())).isTrue();
            assertThatThrownBy(() -> signIn(PASSWORD, 0)).isInstanceOf(StaffSignInRefused.class);
            var given = door.password(anne.email(), PASSWORD, "192.0.2.7");
            return assertThat(
                            door.code(given, changed.recoveryCodes().getFirst()).id())
                    .isEqualTo(session.id());
        });
        CaughtMails.shared().await(anne.email(), mail -> mail.subject().contains("second facteur"));
    }

    @Test
    void a_session_that_was_ended_since_its_password_was_typed_changes_nothing() {
        at(() -> {
            var factor = credentials.freshFactor(session);
            var next = credentials.changeFactor(session, PASSWORD, factor, factor.codeAt(clock.instant()));
            var another = credentials.freshFactor(session);
            var code = another.codeAt(clock.instant());

            assertThatThrownBy(() -> credentials.changePassword(session, PASSWORD, OTHER))
                    .isInstanceOf(PasswordRefused.class);
            assertThatThrownBy(() -> credentials.changeFactor(session, PASSWORD, another, code))
                    .isInstanceOf(PasswordRefused.class);
            return assertThat(sessions.isCurrent(next.staff())).isTrue();
        });
    }

    @Test
    void without_the_present_password_nothing_changes() {
        at(() -> {
            var factor = credentials.freshFactor(session);
            var code = factor.codeAt(clock.instant());
            assertThatThrownBy(() -> credentials.changePassword(session, OTHER, OTHER))
                    .isInstanceOf(PasswordRefused.class);
            assertThatThrownBy(() -> credentials.changeFactor(session, OTHER, factor, code))
                    .isInstanceOf(PasswordRefused.class);
            return assertThat(sessions.isCurrent(session)).isTrue();
        });
        TenantContext.callAs(
                Utilities.MALESHERBOIS,
                () -> assertThatThrownBy(() -> credentials.changePassword(session, PASSWORD, OTHER))
                        .isInstanceOf(RoleMissing.class));
    }

    /** Or else they would prove by it whatever the second factor is asked for. */
    @Test
    void who_finds_an_open_session_and_knows_the_password_puts_no_second_factor_of_theirs_in_its_place() {
        at(() -> {
            var device = new PasskeyDevice("http://siegvo.localhost:8080");
            var asked = passkeys.askForNew(session, PASSWORD, "siegvo.localhost");
            passkeys.add(session, asked.question(), device.make(asked.options()), "Clé");
            var key = passkeys.of(session).getFirst().id();
            var factor = credentials.freshFactor(session);
            var code = factor.codeAt(clock.instant());
            var found = session.provenAt(clock.instant().minus(CurrentStaff.PROOF_LIFE));

            assertSoftly(each -> Stream.<ThrowingCallable>of(
                            () -> credentials.freshFactor(found),
                            () -> credentials.changeFactor(found, PASSWORD, factor, code),
                            () -> passkeys.askForNew(found, PASSWORD, "siegvo.localhost"),
                            () -> passkeys.remove(found, key, PASSWORD))
                    .forEach(act -> each.assertThatThrownBy(act).isInstanceOf(ProofNeeded.class)));
            assertThat(sessions.isCurrent(session)).isTrue();
            assertThat(passkeys.of(session)).hasSize(1);

            var proven = proof.prove(found, anne.recoveryCodes().getFirst());
            var changed = credentials.changeFactor(proven, PASSWORD, factor, code);
            assertThat(passkeys.remove(changed.staff(), key, PASSWORD).id()).isEqualTo(session.id());
            return true;
        });
    }

    @Test
    void guessing_the_present_password_in_an_open_session_is_stopped() {
        at(() -> {
            for (var guess = 0; guess < 10; guess++) {
                assertThatThrownBy(() -> credentials.changePassword(session, OTHER, OTHER))
                        .isInstanceOf(PasswordRefused.class);
            }
            return assertThatThrownBy(() -> credentials.changePassword(session, PASSWORD, OTHER))
                    .as("the right one too, for a while")
                    .isInstanceOf(PasswordRefused.class);
        });
    }

    @Test
    void wrong_passwords_of_colleagues_keep_nobody_from_changing_their_own() {
        var staff = new TestStaff(beans, Utilities.SIEGVO);
        for (var colleague = 0; colleague < 5; colleague++) {
            var other = staff.signedIn(staff.administrator());
            for (var guess = 0; guess < 10; guess++) {
                assertThatThrownBy(() -> at(() -> credentials.changePassword(other, "un mot de passe faux", OTHER)))
                        .isInstanceOf(PasswordRefused.class);
            }
        }

        assertThat(at(() -> credentials.changePassword(session, PASSWORD, OTHER))
                        .id())
                .isEqualTo(session.id());
    }

    @Test
    void who_is_suspended_changes_and_proves_nothing_whatever_their_session_says() {
        at(() -> {
            var asked = passkeys.askForNew(session, PASSWORD, "siegvo.localhost");
            var made = new PasskeyDevice("http://siegvo.localhost:8080").make(asked.options());
            transaction.executeWithoutResult(
                    status -> database.sql("update staff_member set state = 'SUSPENDED' where id = ?")
                            .param(session.id())
                            .update());

            assertSoftly(each -> {
                each.assertThat(sessions.isCurrent(session)).isFalse();
                each.assertThatThrownBy(() -> passkeys.add(session, asked.question(), made, "Clé"))
                        .isInstanceOf(StaffSignInRefused.class);
                each.assertThatThrownBy(
                                () -> proof.prove(session, anne.recoveryCodes().getFirst()))
                        .isInstanceOf(StaffSignInRefused.class);
                each.assertThatThrownBy(() -> credentials.changePassword(session, PASSWORD, OTHER))
                        .isInstanceOf(PasswordRefused.class);
            });
            return true;
        });
    }

    private CurrentStaff signIn(String password, int recoveryCode) {
        var given = door.password(anne.email(), password, "192.0.2.6");
        return door.code(given, anne.recoveryCodes().get(recoveryCode));
    }

    private static <T> T at(Supplier<T> work) {
        return TenantContext.callAs(Utilities.SIEGVO, work::get);
    }
}
