package fr.ondine.platform.staff;

import static fr.ondine.testing.TestStaff.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.factors.PasswordRefused;
import fr.ondine.platform.factors.WrongCode;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.TestStaff;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

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

    private CurrentStaff signIn(String password, int recoveryCode) {
        var given = door.password(anne.email(), password, "192.0.2.6");
        return door.code(given, anne.recoveryCodes().get(recoveryCode));
    }

    private static <T> T at(Supplier<T> work) {
        return TenantContext.callAs(Utilities.SIEGVO, work::get);
    }
}
