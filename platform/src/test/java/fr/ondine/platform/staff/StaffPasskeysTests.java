package fr.ondine.platform.staff;

import static fr.ondine.testing.TestStaff.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.factors.PasswordRefused;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.passkeys.PasskeyCheck;
import fr.ondine.platform.passkeys.PasskeyRefused;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PasskeyDevice;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.TestStaff;
import fr.ondine.testing.Utilities;
import fr.ondine.testing.Waiters;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A passkey of those who work here stands for a code, at the door and again; it never stands for the password. */
@PlatformTest
class StaffPasskeysTests {

    private static final String HOST = "siegvo.localhost";
    private static final String ORIGIN = "http://" + HOST + ":8080";

    private final String from = UUID.randomUUID().toString();

    @Autowired
    BeanFactory beans;

    @Autowired
    StaffPasskeys passkeys;

    @Autowired
    StaffSignIn door;

    @Autowired
    StaffProof proof;

    @Autowired
    StaffInvitations invitations;

    @Autowired
    StaffCredentials credentials;

    @Autowired
    StaffSessions sessions;

    @Autowired
    Team team;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private TestStaff staff;
    private TestStaff.Known anne;
    private CurrentStaff session;

    @BeforeEach
    void somebody_who_is_signed_in() {
        staff = new TestStaff(beans, Utilities.SIEGVO);
        anne = staff.administrator();
        session = staff.signedIn(anne);
    }

    @Test
    void stands_for_a_code_after_the_password_and_its_owner_is_told() {
        at(() -> {
            var device = added(session);
            var given = password(anne.email());
            assertThat(door.hasPasskey(given, HOST)).isTrue();
            var in = signIn(device);
            assertThat(in.id()).isEqualTo(session.id());
            assertThat(in.provenAt()).isNotNull();
            assertThat(passkeys.of(in))
                    .singleElement()
                    .satisfies(passkey -> assertThat(passkey.lastUsedAt()).isNotNull());
            assertThatThrownBy(() -> door.password(anne.email(), "another password", from))
                    .as("the password comes first")
                    .isInstanceOf(StaffSignInRefused.class);
        });
        CaughtMails.shared().await(anne.email(), mail -> mail.subject().contains("clé d'accès est ajoutée"));
    }

    @Test
    void proves_again_who_is_there() {
        at(() -> {
            var device = added(session);
            var longAgo = session.provenAt(clock.instant().minus(CurrentStaff.PROOF_LIFE));
            var asked = proof.ask(longAgo, HOST);
            var answer = device.show(asked.options());
            var stranger = staff.signedIn(staff.administrator());
            assertThatThrownBy(() ->
                            proof.prove(stranger, proof.ask(stranger, HOST).question(), answer))
                    .isInstanceOf(StaffSignInRefused.class);

            var fresh = proof.prove(longAgo, asked.question(), answer);

            assertThat(team.invite(fresh, TestStaff.freshEmail(), "Paul", StaffRole.AGENT))
                    .isNotNull();
            assertThatThrownBy(() -> proof.prove(longAgo, asked.question(), answer))
                    .as("once")
                    .isInstanceOf(StaffSignInRefused.class);
            var ended = new CurrentStaff(
                    session.utility(),
                    session.id(),
                    session.email(),
                    session.displayName(),
                    session.role(),
                    session.securityVersion() - 1);
            var again = proof.ask(ended, HOST);
            assertThatThrownBy(() -> proof.prove(ended, again.question(), device.show(again.options())))
                    .as("an ended session")
                    .isInstanceOf(StaffSignInRefused.class);
        });
    }

    @Test
    void what_is_signed_elsewhere_by_nobody_by_another_or_too_late_opens_nothing() {
        lie("another utility's page", device -> device.at("http://malesherbois.localhost:8080"));
        lie("signed for another host", device -> device.signingFor("malesherbois.localhost"));
        lie("another question", device -> device.answering("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
        lie("nobody was recognised", device -> device.recognising(false));
        at(() -> {
            var device = added(session);
            var paul = staff.agent();
            assertThatThrownBy(() -> {
                        var given = password(paul.email());
                        var asked = door.askPasskey(given, HOST);
                        door.passkey(given, asked.question(), device.show(asked.options()));
                    })
                    .as("a colleague's")
                    .isInstanceOf(StaffSignInRefused.class);
            var given = password(anne.email());
            var asked = door.askPasskey(given, HOST);
            ((TenantClock) clock).advance(PasskeyCheck.LIFE);
            assertThatThrownBy(() -> door.passkey(given, asked.question(), device.show(asked.options())))
                    .as("too late")
                    .isInstanceOf(StaffSignInRefused.class);
        });
    }

    @Test
    void one_that_counts_backwards_is_refused_and_its_owner_told() {
        at(() -> {
            var device = new PasskeyDevice(ORIGIN).counting(9);
            add(session, device);
            signIn(device);
            assertThatThrownBy(() -> signIn(device.counting(9))).isInstanceOf(StaffSignInRefused.class);
            List<String> written = transaction.execute(status -> database.sql(
                            "select detail from audit_entry" + " where action = 'staff.passkey-copied' and subject = ?")
                    .param(session.actor())
                    .query(String.class)
                    .list());
            assertThat(written)
                    .as("the trail forgets nothing, so it is not told what its owner calls it")
                    .containsExactly("");
        });
        CaughtMails.shared().await(anne.email(), mail -> mail.subject().contains("refusée"));
    }

    @Test
    void is_added_after_the_password_by_a_session_that_still_counts_and_for_this_host_alone() {
        at(() -> {
            assertThatThrownBy(() -> passkeys.askForNew(session, "another password", HOST))
                    .isInstanceOf(PasswordRefused.class);
            var elsewhere = passkeys.askForNew(session, PASSWORD, HOST);
            var device = new PasskeyDevice("http://malesherbois.localhost:8080");
            assertThatThrownBy(
                            () -> passkeys.add(session, elsewhere.question(), device.make(elsewhere.options()), "Clé"))
                    .isInstanceOf(PasskeyRefused.class);
            var asked = passkeys.askForNew(session, PASSWORD, HOST);
            var other = added(session);
            var given = password(anne.email());
            var second = door.askPasskey(given, HOST);
            credentials.changePassword(session, PASSWORD, "quatre hérons patientent");
            assertThatThrownBy(() -> door.passkey(given, second.question(), other.show(second.options())))
                    .as("the password is not theirs any more")
                    .isInstanceOf(StaffSignInRefused.class);
            assertThatThrownBy(() -> passkeys.add(
                            session, asked.question(), new PasskeyDevice(ORIGIN).make(asked.options()), "Clé"))
                    .as("another password has ended this session")
                    .isInstanceOf(StaffSignInRefused.class);
        });
    }

    @Test
    void who_is_invited_may_choose_it_instead_of_an_application_and_keeps_one_factor_at_least() {
        var email = TestStaff.freshEmail();
        TenantContext.runAs(Utilities.SIEGVO, () -> team.inviteAdministrator("operator:test", email, "Line Martin"));
        var link = TestStaff.invitation(email);
        at(() -> {
            assertThatThrownBy(() -> invitations.askPasskey(link, "siegvo siegvo 12", HOST))
                    .isInstanceOf(PasswordRefused.class);
            var device = new PasskeyDevice(ORIGIN);
            var codes = accept(link, device);
            assertThat(codes).hasSize(10);
            assertThatThrownBy(() -> accept(link, new PasskeyDevice(ORIGIN)))
                    .isInstanceOf(StaffInvitationNoLongerValid.class);

            assertThatThrownBy(() -> door.code(password(email.value()), "000000"))
                    .as("there is no application")
                    .isInstanceOf(StaffSignInRefused.class);
            assertThat(door.code(password(email.value()), codes.getFirst())).isNotNull();
            var line = signIn(device, email);
            assertThat(door.hasApplication(password(email.value())))
                    .as("so nobody asks for its code")
                    .isFalse();
            assertThat(proof.hasApplication(line)).isFalse();
            var only = passkeys.of(line).getFirst().id();
            assertThatThrownBy(() -> passkeys.remove(line, only, PASSWORD))
                    .isInstanceOf(StaffRefused.class)
                    .hasMessageContaining("last-factor");

            var factor = credentials.freshFactor(line);
            var both = credentials
                    .changeFactor(line, PASSWORD, factor, factor.codeAt(clock.instant()))
                    .staff();
            assertThat(door.hasApplication(password(email.value()))).isTrue();
            assertThat(proof.hasApplication(both)).isTrue();
            var without = passkeys.remove(both, only, PASSWORD);
            assertThat(sessions.isCurrent(both)).isFalse();
            assertThat(sessions.isCurrent(without)).isTrue();
            assertThatThrownBy(() -> signIn(device, email)).isInstanceOf(StaffSignInRefused.class);
        });
    }

    @Test
    void of_two_that_are_removed_at_once_the_last_factor_stays() {
        at(() -> {
            added(session);
            added(session);
            set("totp_secret = null");
            var both = passkeys.of(session);
            var second = transaction.execute(status -> {
                passkeys.remove(session, both.getFirst().id(), PASSWORD);
                var waits = CompletableFuture.runAsync(() -> TenantContext.runAs(
                        Utilities.SIEGVO,
                        () -> passkeys.remove(session, both.getLast().id(), PASSWORD)));
                Waiters.forUs(database);
                return waits;
            });
            assertThatThrownBy(second::join).hasCauseInstanceOf(StaffSignInRefused.class);
            assertThat(passkeys.of(session)).containsExactly(both.getLast());
        });
    }

    @Test
    void goes_with_an_invitation_sent_again_and_opens_nothing_while_suspended() {
        at(() -> {
            var paul = staff.agent();
            var session = staff.signedIn(paul);
            var device = added(session);
            var given = password(paul.email());
            var asked = door.askPasskey(given, HOST);
            team.suspend(this.session, session.id());
            assertThatThrownBy(() -> door.passkey(given, asked.question(), device.show(asked.options())))
                    .isInstanceOf(StaffSignInRefused.class);
            team.resume(this.session, session.id());
            assertThat(signIn(device, new EmailAddress(paul.email()))).isNotNull();

            team.inviteAgain(this.session, session.id());
            assertThat(passkeys.of(session)).isEmpty();
        });
    }

    @Test
    void wrong_ones_close_the_second_step_for_a_while_as_wrong_codes_do() {
        at(() -> {
            var device = added(session);
            device.recognising(false);
            for (var wrong = 0; wrong < 5; wrong++) {
                assertThatThrownBy(() -> signIn(device)).isInstanceOf(StaffSignInRefused.class);
            }
            assertThatThrownBy(() -> signIn(device.recognising(true))).isInstanceOf(StaffSignInRefused.class);
            assertThatThrownBy(() -> door.code(
                            password(anne.email()), anne.recoveryCodes().getFirst()))
                    .isInstanceOf(StaffSignInRefused.class);
        });
    }

    @Test
    void wrong_ones_in_an_open_session_are_counted_too() {
        at(() -> {
            var device = added(session);
            device.recognising(false);
            for (var wrong = 0; wrong < 5; wrong++) {
                assertThatThrownBy(() -> prove(device)).isInstanceOf(StaffSignInRefused.class);
            }
            assertThatThrownBy(() -> prove(device.recognising(true))).isInstanceOf(StaffSignInRefused.class);
        });
    }

    private CurrentStaff prove(PasskeyDevice device) {
        var asked = proof.ask(session, HOST);
        return proof.prove(session, asked.question(), device.show(asked.options()));
    }

    private void set(String what) {
        transaction.executeWithoutResult(status -> database.sql("update staff_member set " + what + " where id = ?")
                .param(session.id())
                .update());
    }

    private void lie(String what, Consumer<PasskeyDevice> lie) {
        at(() -> {
            var device = added(session);
            lie.accept(device);
            assertThatThrownBy(() -> signIn(device))
                    .as(what)
                    .isInstanceOf(StaffSignInRefused.class)
                    .hasMessageContaining("passkey");
        });
    }

    private List<String> accept(RawToken link, PasskeyDevice device) {
        var asked = invitations.askPasskey(link, PASSWORD, HOST);
        return invitations.accept(link, PASSWORD, asked.question(), device.make(asked.options()), "Mon ordinateur");
    }

    private PasskeyDevice added(CurrentStaff who) {
        var device = new PasskeyDevice(ORIGIN);
        add(who, device);
        return device;
    }

    private void add(CurrentStaff who, PasskeyDevice device) {
        var asked = passkeys.askForNew(who, PASSWORD, HOST);
        passkeys.add(who, asked.question(), device.make(asked.options()), "Mon ordinateur");
    }

    private CurrentStaff signIn(PasskeyDevice device) {
        return signIn(device, new EmailAddress(anne.email()));
    }

    private CurrentStaff signIn(PasskeyDevice device, EmailAddress email) {
        var given = password(email.value());
        var asked = door.askPasskey(given, HOST);
        return door.passkey(given, asked.question(), device.show(asked.options()));
    }

    private StaffPasswordGiven password(String email) {
        return door.password(email, PASSWORD, from);
    }

    private static void at(Runnable work) {
        TenantContext.runAs(Utilities.SIEGVO, work);
    }
}
