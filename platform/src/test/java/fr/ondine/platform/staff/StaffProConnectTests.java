package fr.ondine.platform.staff;

import static fr.ondine.testing.TestStaff.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.factors.ProofNeeded;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.staff.proconnect.ProConnectClient;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.TestStaff;
import fr.ondine.testing.Utilities;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** ProConnect stands for the password of who is invited and works for a place on the list, and for nothing else. */
@PlatformTest
class StaffProConnectTests {

    private static final TenantId HERE = new TenantId("pcrules");
    private static final TenantId THERE = Utilities.SIEGVO;
    private static final String ISSUER = "https://pc.exemple.fr/api/v2";
    private static final String LISTED = "20005500200014";
    private static final String UNLISTED = "20007881400015";

    private final String from = UUID.randomUUID().toString();

    @Autowired
    BeanFactory beans;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    StaffProConnect proConnect;

    @Autowired
    StaffSignIn door;

    @Autowired
    StaffInvitations invitations;

    @Autowired
    StaffSessions sessions;

    @Autowired
    Team team;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private static boolean had;

    private TestStaff staff;

    @BeforeEach
    void a_utility_that_has_it() {
        if (!had) {
            have(HERE, true);
            had = true;
        }
        staff = new TestStaff(beans, HERE);
    }

    @Test
    void the_first_time_address_and_second_factor_link_the_account_and_then_the_link_decides() {
        var anne = staff.administrator();
        var shown = identity(anne.email());
        at(HERE, () -> {
            var first = admitted(shown);
            assertThat(first.isInvited()).isFalse();
            assertThatThrownBy(() -> door.code(first, "000000")).isInstanceOf(StaffSignInRefused.class);
            assertThat(linked(anne)).as("nothing without the second factor").isFalse();

            var session = door.code(first, code(anne, 0));
            assertThat(session.email()).isEqualTo(anne.email());
            assertThat(session.role()).isEqualTo(StaffRole.ADMINISTRATOR);
            assertThat(session.provenAt()).isNotNull();
            assertThat(sessions.isCurrent(session)).isTrue();
            assertThat(proConnect.linkedAt(session)).isPresent();
            assertThat(trail("staff.proconnect-linked", session.actor()))
                    .isEqualTo("siret " + LISTED + ", idp 71144ab3");
            assertThat(CaughtMails.shared()
                            .await(anne.email(), mail -> mail.subject().contains("ProConnect"))
                            .plain())
                    .contains("ProConnect");

            var elsewhere = identity(shown.subject(), "autre@ailleurs.fr", LISTED);
            assertThat(door.code(admitted(elsewhere), code(anne, 1)).id()).isEqualTo(session.id());
        });
    }

    @Test
    void the_second_factor_is_never_spared() {
        var anne = staff.administrator();
        at(HERE, () -> {
            door.code(admitted(identity("sub-" + anne.email(), anne.email(), LISTED)), code(anne, 0));
            var again = admitted(identity("sub-" + anne.email(), anne.email(), LISTED));
            for (var guess = 0; guess < 5; guess++) {
                assertThatThrownBy(() -> door.code(again, "000000")).isInstanceOf(StaffSignInRefused.class);
            }
            assertThatThrownBy(() -> door.code(again, code(anne, 1)))
                    .as("wrong codes are counted as they are after a password")
                    .isInstanceOf(StaffSignInRefused.class);
        });
    }

    @Test
    void nobody_comes_from_a_place_that_is_not_on_the_list() {
        var anne = staff.administrator();
        var linked = identity(anne.email());
        at(HERE, () -> {
            for (var siret : new String[] {UNLISTED, "", "200055002", "<b>", null}) {
                refused("siret-not-listed, siret " + (UNLISTED.equals(siret) ? UNLISTED : "?"), anne, siret, "new");
            }
            door.code(admitted(linked), code(anne, 0));
            for (var siret : new String[] {null, UNLISTED}) {
                refused("siret-not-listed, siret " + (siret == null ? "?" : UNLISTED), anne, siret, linked.subject());
            }
        });
    }

    private void refused(String reason, TestStaff.Known who, @Nullable String siret, String subject) {
        assertThat(proConnect.admit(identity(subject, who.email(), siret), from))
                .isEmpty();
        assertThat(trail("staff.proconnect-refused", "staff:" + id(who))).startsWith(reason);
    }

    @Test
    void nobody_comes_who_was_not_invited() {
        at(HERE, () -> {
            for (var address : new String[] {null, "", "pas une adresse", "personne@collectivite.fr"}) {
                assertThat(proConnect.admit(identity("s" + UUID.randomUUID(), address, LISTED), from))
                        .isEmpty();
                assertThat(trail("staff.proconnect-refused", "proconnect")).startsWith("not-invited, siret " + LISTED);
            }
        });
    }

    @Test
    void who_is_suspended_does_not_come_in_whether_linked_or_not() {
        var anne = staff.signedIn(staff.administrator());
        var known = staff.agent();
        var shown = identity(known.email());
        at(HERE, () -> {
            door.code(admitted(shown), code(known, 0));
            var before = admitted(shown);
            team.suspend(anne, id(known));
            assertThat(proConnect.admit(shown, from)).isEmpty();
            assertThat(trail("staff.proconnect-refused", "staff:" + id(known))).startsWith("suspended");
            assertThatThrownBy(() -> door.code(before, code(known, 1)))
                    .as("nor who had taken the first step")
                    .isInstanceOf(StaffSignInRefused.class);

            team.resume(anne, id(known));
            assertThat(door.code(admitted(shown), code(known, 1)).role()).isEqualTo(StaffRole.AGENT);
        });
    }

    @Test
    void an_account_that_is_linked_is_nobody_elses_whatever_address_they_have() {
        var anne = staff.administrator();
        var paul = staff.agent();
        var shown = identity(anne.email());
        at(HERE, () -> {
            var rival = admitted(identity(anne.email()));
            door.code(admitted(shown), code(anne, 0));
            assertThatThrownBy(() -> door.code(rival, code(anne, 1)))
                    .as("of two who come for the first time one is linked")
                    .isInstanceOf(StaffSignInRefused.class);
            assertThat(proConnect.admit(identity(anne.email()), from)).isEmpty();
            assertThat(trail("staff.proconnect-refused", "staff:" + id(anne))).startsWith("linked-to-another");
            assertThat(proConnect.admit(
                            new StaffIdentity("https://autre.exemple.fr", shown.subject(), anne.email(), LISTED, null),
                            from))
                    .as("the same number of another provider is somebody else")
                    .isEmpty();

            var withPaulsAddress = identity(shown.subject(), paul.email(), LISTED);
            assertThat(door.code(admitted(withPaulsAddress), code(anne, 2)).email())
                    .as("the link decides, not the address")
                    .isEqualTo(anne.email());
            assertThat(linked(paul)).isFalse();
        });
    }

    @Test
    void who_is_invited_opens_the_account_with_a_password_and_a_second_factor_of_their_own() {
        var anne = staff.signedIn(staff.administrator());
        var email = TestStaff.freshEmail();
        var shown = identity(email.value());
        at(HERE, () -> {
            team.invite(anne, email, "Paul Dupont", StaffRole.BILLER);
            var mailed = TestStaff.invitation(email);
            var given = admitted(shown);
            assertThat(given.isInvited()).isTrue();
            assertThatThrownBy(() -> door.code(given, "000000")).isInstanceOf(StaffSignInRefused.class);
            var invitation = invitations.look(given).orElseThrow();
            assertThat(invitation.email()).isEqualTo(email);
            assertThatThrownBy(() -> invitations.accept(given, "court", invitation.factor(), "000000"))
                    .isInstanceOf(RuntimeException.class);

            var codes = invitations.accept(
                    given,
                    PASSWORD,
                    invitation.factor(),
                    invitation.factor().codeAt(clock.instant().minusSeconds(30)));

            assertThat(codes).hasSize(10);
            assertThat(invitations.look(given)).isEmpty();
            assertThatThrownBy(() -> invitations.accept(
                            given,
                            PASSWORD,
                            invitation.factor(),
                            invitation.factor().codeAt(clock.instant())))
                    .isInstanceOf(StaffInvitationNoLongerValid.class);
            assertThat(invitations.look(mailed)).isEmpty();
            var session = door.code(admitted(shown), codes.getFirst());
            assertThat(session.role()).isEqualTo(StaffRole.BILLER);
            assertThat(door.code(door.password(email.value(), PASSWORD, from), codes.getLast())
                            .id())
                    .as("the other way in is there too")
                    .isEqualTo(session.id());
        });
    }

    @Test
    void an_invitation_that_is_used_replaced_or_over_is_none() {
        var anne = staff.signedIn(staff.administrator());
        var email = TestStaff.freshEmail();
        var shown = identity(email.value());
        at(HERE, () -> {
            var id = team.invite(anne, email, "Paul Dupont", StaffRole.AGENT);
            var before = admitted(shown);
            team.inviteAgain(anne, id);
            assertThat(invitations.look(before)).as("replaced").isEmpty();
            assertThat(invitations.look(admitted(shown))).isPresent();

            transaction.executeWithoutResult(status -> database.sql(
                            "update staff_member set invitation_expires_at = now() - interval '1 minute' where id = ?")
                    .param(id)
                    .update());
            assertThat(proConnect.admit(shown, from)).isEmpty();
            assertThat(trail("staff.proconnect-refused", "staff:" + id)).startsWith("invitation-over");
            assertThatThrownBy(() -> invitations.askPasskey(before, PASSWORD, "pcrules.localhost"))
                    .isInstanceOf(StaffInvitationNoLongerValid.class);
        });
    }

    @Test
    void the_first_step_at_one_utility_is_nothing_at_another() {
        var anne = staff.administrator();
        var given = TenantContext.callAs(HERE, () -> admitted(identity(anne.email())));
        at(THERE, () -> {
            assertThat(proConnect.admit(identity(anne.email()), from)).isEmpty();
            assertThat(door.mayGoOn(given)).isFalse();
            assertThatThrownBy(() -> door.code(given, code(anne, 0))).isInstanceOf(StaffSignInRefused.class);
        });
    }

    @Test
    void a_first_step_that_was_taken_long_ago_is_none(@Autowired StaffAccounts accounts) {
        var anne = staff.administrator();
        at(HERE, () -> {
            var account = transaction.execute(status -> accounts.find(id(anne))).orElseThrow();
            var longAgo = clock.instant().minus(Duration.ofMinutes(11));
            var step = new StaffProConnectGiven(HERE.slug(), account, identity(anne.email()), null, longAgo);
            assertThat(door.mayGoOn(step)).isFalse();
            assertThatThrownBy(() -> door.code(step, code(anne, 0))).isInstanceOf(StaffSignInRefused.class);
            var invited = new StaffProConnectGiven(HERE.slug(), account, identity(anne.email()), new byte[32], longAgo);
            assertThat(invitations.look(invited)).isEmpty();
        });
    }

    @Test
    void it_is_kept_in_a_session_between_the_steps_and_names_nobody_in_a_log() {
        var anne = staff.administrator();
        at(HERE, () -> {
            var given = again(admitted(identity(anne.email())));
            assertThat(given.toString() + identity(anne.email())).doesNotContain(anne.email());
            assertThat(door.code(given, code(anne, 0)).email()).isEqualTo(anne.email());
        });
    }

    @Test
    void where_it_is_switched_off_meanwhile_nobody_comes_in() {
        var anne = staff.administrator();
        var given = TenantContext.callAs(HERE, () -> admitted(identity(anne.email())));
        have(HERE, false);
        at(HERE, () -> {
            assertThatThrownBy(() -> door.code(given, code(anne, 0))).isInstanceOf(StaffSignInRefused.class);
            assertThat(proConnect.admit(identity(anne.email()), from)).isEmpty();
            assertThat(linked(anne)).isFalse();
        });
        have(HERE, true);
    }

    @Test
    void without_its_secret_the_client_of_a_utility_is_none(@Autowired ProConnectClient client) {
        at(HERE, () -> assertThat(client.isOffered()).isFalse());
    }

    @Test
    void one_unlinks_oneself_after_the_second_factor_and_goes_on() {
        var anne = staff.administrator();
        var shown = identity(anne.email());
        at(HERE, () -> {
            var session = door.code(admitted(shown), code(anne, 0));
            var other = door.code(admitted(shown), code(anne, 1));
            var begun = admitted(shown);
            var longAgo = session.provenAt(clock.instant().minus(CurrentStaff.PROOF_LIFE));
            assertThatThrownBy(() -> proConnect.unlink(longAgo)).isInstanceOf(ProofNeeded.class);

            var gone = proConnect.unlink(session);

            assertThat(sessions.isCurrent(gone)).isTrue();
            assertThat(sessions.isCurrent(other)).isFalse();
            assertThat(proConnect.linkedAt(gone)).isEmpty();
            assertThat(trail("staff.proconnect-unlinked", gone.actor())).isEmpty();
            assertThatThrownBy(() -> door.code(begun, code(anne, 2)))
                    .as("who had taken the first step before takes none now")
                    .isInstanceOf(StaffSignInRefused.class);
            assertThat(proConnect.unlink(gone)).as("nothing is left to unlink").isEqualTo(gone);
            assertThatThrownBy(() -> proConnect.unlink(other))
                    .as("a session that has ended unlinks nothing")
                    .isInstanceOf(StaffSignInRefused.class);
        });
    }

    @Test
    void an_administrator_unlinks_somebody_after_the_second_factor_and_nobody_else_does() {
        var anne = staff.signedIn(staff.administrator());
        var paul = staff.agent();
        var shown = identity(paul.email());
        at(HERE, () -> {
            var session = door.code(admitted(shown), code(paul, 0));
            assertThat(team.linkedToProConnect(anne)).contains(session.id());
            assertThatThrownBy(() -> team.linkedToProConnect(session)).isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> team.unlinkProConnect(session, anne.id())).isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> team.unlinkProConnect(
                            anne.provenAt(clock.instant().minus(CurrentStaff.PROOF_LIFE)), session.id()))
                    .isInstanceOf(ProofNeeded.class);
            assertThatThrownBy(() -> team.unlinkProConnect(anne, anne.id())).isInstanceOf(StaffRefused.class);

            team.unlinkProConnect(anne, session.id());

            assertThat(sessions.isCurrent(session)).isFalse();
            assertThat(actorOf("staff.proconnect-unlinked", session.actor())).isEqualTo(anne.actor());
            assertThat(door.code(admitted(identity(paul.email())), code(paul, 1))
                            .id())
                    .as("another identity may be linked now")
                    .isEqualTo(session.id());
        });
    }

    @Test
    void another_invitation_forgets_who_was_linked() {
        var anne = staff.signedIn(staff.administrator());
        var paul = staff.agent();
        var shown = identity(paul.email());
        at(HERE, () -> {
            door.code(admitted(shown), code(paul, 0));
            team.inviteAgain(anne, id(paul));
            assertThat(linked(paul)).isFalse();
            assertThat(admitted(shown).isInvited())
                    .as("by the address, as before")
                    .isTrue();
        });
    }

    @Test
    void who_is_refused_again_and_again_from_one_place_is_stopped_there_and_who_comes_in_is_not() {
        var anne = staff.administrator();
        at(HERE, () -> {
            for (var arrival = 0; arrival < 3; arrival++) {
                assertThat(proConnect.mayArrive(from)).isTrue();
                admitted(identity(anne.email()));
            }
            for (var arrival = 0; arrival < 50; arrival++) {
                assertThat(proConnect.mayArrive(from)).isTrue();
            }
            assertThat(proConnect.mayArrive(from)).isFalse();
            assertThat(proConnect.mayArrive("elsewhere" + from)).isTrue();
        });
    }

    private void have(TenantId utility, boolean on) {
        var yaml = Utilities.like(Utilities.MALESHERBOIS, utility.slug());
        TenantContext.callUnbound(() -> provisioning.provision(on ? yaml + """

                pro-connect:
                  issuer: %s
                  client-id: client-of-rules
                  signature: es256
                  sirets: ["%s"]
                """.formatted(ISSUER, LISTED) : yaml));
    }

    private StaffProConnectGiven admitted(StaffIdentity identity) {
        return proConnect.admit(identity, from).orElseThrow();
    }

    private static StaffIdentity identity(String address) {
        return identity("sub" + UUID.randomUUID(), address, LISTED);
    }

    private static StaffIdentity identity(String subject, @Nullable String address, @Nullable String siret) {
        return new StaffIdentity(ISSUER, subject, address, siret, "71144ab3");
    }

    /** One of the application at first, then those for a rainy day. */
    private String code(TestStaff.Known who, int number) {
        return number == 0
                ? who.factor().codeAt(clock.instant())
                : who.recoveryCodes().get(number);
    }

    private UUID id(TestStaff.Known who) {
        return transaction.execute(status -> database.sql("select id from staff_member where email = ?")
                .param(new EmailAddress(who.email()).value())
                .query(UUID.class)
                .single());
    }

    private boolean linked(TestStaff.Known who) {
        var id = id(who);
        return transaction
                .execute(status -> database.sql("select staff_id from staff_identity")
                        .query(UUID.class)
                        .list())
                .contains(id);
    }

    private String trail(String action, String subject) {
        return last("detail", action, subject).orElseThrow();
    }

    private String actorOf(String action, String subject) {
        return last("actor", action, subject).orElseThrow();
    }

    private Optional<String> last(String what, String action, String subject) {
        return transaction.execute(status -> database.sql("select " + what + " from audit_entry"
                        + " where action = ? and subject = ? order by occurred_at desc limit 1")
                .params(List.of(action, subject))
                .query(String.class)
                .optional());
    }

    private static StaffProConnectGiven again(StaffProConnectGiven given) {
        try {
            var bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(given);
            return (StaffProConnectGiven)
                    new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void at(TenantId utility, Runnable work) {
        TenantContext.runAs(utility, work);
    }
}
