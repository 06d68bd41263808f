package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.platform.identity.People.somebody;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.identity.SignInMethodChanged.What;
import fr.ondine.platform.passkeys.PasskeyRefused;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PasskeyDevice;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has no password shows by what they have that it is they; nobody else does. */
class OwnerProofTests extends PasskeyTest {

    private static final String OTHER_PASSWORD = "quatre chats noirs";

    @Autowired
    FranceConnectAccounts accounts;

    @Autowired
    Credentials credentials;

    @Autowired
    Profiles profiles;

    @Autowired
    PersonalDataRequests requests;

    @Autowired
    PasswordAsked shared;

    @Autowired
    Sessions sessions;

    @Autowired
    Presence presence;

    @Autowired
    TenantClock clock;

    @Test
    void whoever_comes_from_franceconnect_as_the_linked_person_does_the_act_that_they_came_for() {
        TenantContext.runAs(MALESHERBOIS, () -> {
            var angela = identity();
            var user = alone(angela);

            requests.ask(user, accounts.prove(user, OwnerAct.TAKE_DATA, angela));
            assertThat(mailbox.last(PersonalDataAsked.class).user()).isEqualTo(user.userId());
            var fresh = somebody();
            profiles.requestEmailChange(user, accounts.prove(user, OwnerAct.CHANGE_ADDRESS, angela), fresh, VISITOR);
            assertThat(mailbox.last(EmailChangeRequested.class).newEmail()).isEqualTo(fresh);
            profiles.delete(user, accounts.prove(user, OwnerAct.DELETE_ACCOUNT, angela));

            assertThat(accounts.signIn(angela)).isEmpty();
        });
    }

    @Test
    void another_persons_identity_shows_nothing_and_is_linked_to_nothing() {
        TenantContext.runAs(MALESHERBOIS, () -> {
            var angela = identity();
            var user = alone(angela);
            var stranger = identity();
            var neighbour = identity();
            alone(neighbour);

            for (var other : new ProvenIdentity[] {stranger, neighbour}) {
                assertThatThrownBy(() -> accounts.prove(user, OwnerAct.TAKE_DATA, other))
                        .isInstanceOf(AnotherIdentity.class);
            }

            assertThat(accounts.signIn(stranger)).isEmpty();
            assertThat(accounts.awaited(stranger)).isEmpty();
            assertThat(accounts.signIn(angela)).get().isEqualTo(user);
        });
    }

    @Test
    void the_identity_that_opens_an_account_at_another_utility_shows_nothing_here() {
        var angela = identity();
        TenantContext.runAs(MALESHERBOIS, () -> alone(angela));

        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            assertThatThrownBy(() -> accounts.prove(user, OwnerAct.TAKE_DATA, angela))
                    .isInstanceOf(AnotherIdentity.class);
        });
    }

    @Test
    void what_was_shown_counts_once_for_ten_minutes_for_its_act_and_its_person() {
        TenantContext.runAs(MALESHERBOIS, () -> {
            var angela = identity();
            var user = alone(angela);
            var other = people.active();
            var proof = accounts.prove(user, OwnerAct.TAKE_DATA, angela);

            assertThatThrownBy(() -> profiles.delete(user, proof))
                    .as("for another act")
                    .isInstanceOf(OwnerProofOver.class);
            assertThatThrownBy(() -> requests.ask(other, proof))
                    .as("of somebody else")
                    .isInstanceOf(OwnerProofOver.class);
            requests.ask(user, proof);
            assertThatThrownBy(() -> requests.ask(user, proof)).as("again").isInstanceOf(OwnerProofOver.class);

            var claire = identity();
            var slow = alone(claire);
            var late = Arrays.stream(OwnerAct.values())
                    .map(act -> accounts.prove(slow, act, claire))
                    .toList();
            mailbox.empty();
            clock.advance(Reauthentication.LIFE);
            for (var old : late) {
                assertThatThrownBy(() -> act(slow, old)).as("%s", old.act()).isInstanceOf(OwnerProofOver.class);
            }
            assertThat(mailbox.all(PersonalDataAsked.class)).isEmpty();
            assertThat(accounts.waysIn(slow.userId()).password()).isFalse();
        });
    }

    @Test
    void a_session_that_was_ended_shows_nothing() {
        TenantContext.runAs(MALESHERBOIS, () -> {
            var angela = identity();
            var user = alone(angela);
            credentials.choose(user, accounts.prove(user, OwnerAct.CHOOSE_PASSWORD, angela), PASSWORD);

            assertThatThrownBy(() -> accounts.prove(user, OwnerAct.TAKE_DATA, angela))
                    .isInstanceOf(AnotherIdentity.class);
        });
    }

    @Test
    void it_is_tried_ten_times_in_a_quarter_of_an_hour_and_no_more() {
        TenantContext.runAs(MALESHERBOIS, () -> {
            var angela = identity();
            var user = alone(angela);
            for (var turn = 0; turn < 10; turn++) {
                assertThatThrownBy(() -> accounts.prove(user, OwnerAct.TAKE_DATA, identity()))
                        .isInstanceOf(AnotherIdentity.class);
            }

            assertThatThrownBy(() -> accounts.prove(user, OwnerAct.TAKE_DATA, angela))
                    .isInstanceOf(TooManyAttempts.class);
        });
    }

    @Test
    void a_passkey_of_their_own_shows_it_and_anybody_elses_does_not() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var device = added(user);
            var other = people.active();
            var others = added(other);

            assertThatThrownBy(() -> byPasskey(user, OwnerAct.TAKE_DATA, others))
                    .isInstanceOf(PasskeyRefused.class);
            var asked = passkeys.askOwner(other, HOST);
            var answer = others.show(asked.options());
            assertThatThrownBy(() -> passkeys.prove(user, OwnerAct.TAKE_DATA, asked.question(), answer))
                    .as("a question that the other was asked")
                    .isInstanceOf(PasskeyRefused.class);
            mailbox.empty();

            requests.ask(user, byPasskey(user, OwnerAct.TAKE_DATA, device));

            assertThat(mailbox.last(PersonalDataAsked.class).user()).isEqualTo(user.userId());
        });
    }

    @Test
    void a_first_password_opens_the_account_beside_franceconnect_ends_other_sessions_and_is_told() {
        TenantContext.runAs(MALESHERBOIS, () -> {
            var angela = identity();
            var user = alone(angela);
            credentials.requestReset(user.email(), VISITOR);
            var mailed = mailbox.last(PasswordResetRequested.class).token();
            mailbox.empty();
            var proof = accounts.prove(user, OwnerAct.CHOOSE_PASSWORD, angela);
            assertThatThrownBy(() -> credentials.choose(user, proof, "court")).isInstanceOf(PasswordTooShort.class);

            var goesOn = credentials.choose(user, proof, PASSWORD);

            assertThat(sessions.isCurrent(user)).isFalse();
            assertThat(sessions.isCurrent(goesOn)).isTrue();
            assertThat(credentials.signIn(user.address(), PASSWORD, VISITOR)).isEqualTo(goesOn);
            assertThat(accounts.signIn(angela)).as("still linked").get().isEqualTo(goesOn);
            assertThat(mailbox.all(SignInMethodChanged.class))
                    .extracting(SignInMethodChanged::what)
                    .containsExactly(What.PASSWORD_CHOSEN);
            assertThatThrownBy(() -> credentials.reset(mailed, OTHER_PASSWORD))
                    .as("a link from before would unlink it")
                    .isInstanceOf(LinkNoLongerValid.class);
            accounts.unlink(goesOn, PASSWORD);
            assertThat(credentials.signIn(user.address(), PASSWORD, VISITOR)).isNotNull();
            assertThat(accounts.signIn(angela)).isEmpty();
        });
    }

    @Test
    void whoever_has_a_password_changes_it_with_that_one_alone() {
        TenantContext.runAs(MALESHERBOIS, () -> {
            var angela = identity();
            var user = people.active();
            accounts.link(user, angela, PASSWORD);
            var proof = accounts.prove(user, OwnerAct.CHOOSE_PASSWORD, angela);

            assertThatThrownBy(() -> credentials.choose(user, proof, OTHER_PASSWORD))
                    .isInstanceOf(PasswordAlreadyChosen.class);

            assertThat(credentials.signIn(user.address(), PASSWORD, VISITOR)).isEqualTo(user);
        });
    }

    @Test
    void who_has_franceconnect_alone_adds_a_passkey_and_removes_it() {
        TenantContext.runAs(SIEGVO, () -> {
            var angela = identity();
            var user = alone(angela);
            var device = new PasskeyDevice(ORIGIN);
            var asked = passkeys.askForNew(user, accounts.prove(user, OwnerAct.CHANGE_PASSKEYS, angela), HOST);
            passkeys.add(user, asked.question(), device.make(asked.options()), "Mon téléphone");
            assertThat(passkeys.hasAt(user.userId(), HOST)).isTrue();

            var second = new PasskeyDevice(ORIGIN);
            var more = passkeys.askForNew(user, accounts.prove(user, OwnerAct.CHANGE_PASSKEYS, angela), HOST);
            passkeys.add(user, more.question(), second.make(more.options()), "Mon ordinateur");

            var passkey = passkeys.of(user.userId()).getFirst().id();
            var left = passkeys.remove(user, passkey, accounts.prove(user, OwnerAct.CHANGE_PASSKEYS, angela));

            assertRefused(device, "removed");
            assertThat(signIn(second)).isEqualTo(left);
        });
    }

    @Test
    void what_was_shown_for_a_program_was_shown_then_and_not_when_it_is_used() {
        TenantContext.runAs(MALESHERBOIS, () -> {
            var angela = identity();
            var user = sessions.begin(alone(angela), Browser.of("Firefox"), Optional.empty())
                    .user();
            clock.advance(Duration.ofHours(1));
            var shownAt = clock.instant();
            var proof = accounts.prove(user, OwnerAct.ANSWER_PROGRAM, angela);
            clock.advance(Duration.ofMinutes(8));

            presence.show(user, proof);

            assertThat(presence.shownAt(user).orElseThrow())
                    .isBetween(shownAt.minusSeconds(1), shownAt.plusSeconds(60));
        });
    }

    @Test
    void who_has_a_passkey_links_franceconnect_by_it_and_by_nothing_that_was_shown_for_another_act() {
        TenantContext.runAs(SIEGVO, () -> {
            var angela = identity();
            var mistaken = people.active();
            var known = added(mistaken);
            for (var act : OwnerAct.values()) {
                if (act != OwnerAct.LINK_IDENTITY) {
                    var other = byPasskey(mistaken, act, known);
                    assertThatThrownBy(() -> accounts.link(mistaken, angela, other))
                            .as("%s", act)
                            .isInstanceOf(OwnerProofOver.class);
                }
            }
            var user = people.active();
            var device = added(user);
            var theirs = people.active();
            var proofOfTheirs = byPasskey(theirs, OwnerAct.LINK_IDENTITY, added(theirs));
            assertThatThrownBy(() -> accounts.link(user, angela, proofOfTheirs))
                    .as("of somebody else")
                    .isInstanceOf(OwnerProofOver.class);
            assertThat(accounts.signIn(angela)).isEmpty();

            accounts.link(user, angela, byPasskey(user, OwnerAct.LINK_IDENTITY, device));

            assertThat(accounts.signIn(angela)).get().isEqualTo(user);
        });
    }

    @Test
    void who_has_franceconnect_and_a_passkey_unlinks_the_one_by_either_and_keeps_the_other() {
        TenantContext.runAs(SIEGVO, () -> {
            var angela = identity();
            var user = alone(angela);
            var proof = accounts.prove(user, OwnerAct.UNLINK_IDENTITY, angela);
            assertThatThrownBy(() -> accounts.unlink(user, proof)).isInstanceOf(LastWayIn.class);
            var device = new PasskeyDevice(ORIGIN);
            var asked = passkeys.askForNew(user, accounts.prove(user, OwnerAct.CHANGE_PASSKEYS, angela), HOST);
            passkeys.add(user, asked.question(), device.make(asked.options()), "Mon téléphone");
            var removal = accounts.prove(user, OwnerAct.REMOVE_PASSWORD, angela);
            assertThatThrownBy(() -> accounts.unlink(user, removal)).isInstanceOf(OwnerProofOver.class);
            assertThat(accounts.signIn(angela)).isPresent();
            mailbox.empty();

            var left = accounts.unlink(user, accounts.prove(user, OwnerAct.UNLINK_IDENTITY, angela));

            assertThat(sessions.isCurrent(user)).as("other sessions have ended").isFalse();
            assertThat(accounts.signIn(angela)).isEmpty();
            assertThat(mailbox.last(SignInMethodChanged.class).what()).isEqualTo(What.FRANCE_CONNECT_UNLINKED);
            assertThat(signIn(device)).isEqualTo(left);
            var last = passkeys.of(left.userId()).getFirst().id();
            var change = byPasskey(left, OwnerAct.CHANGE_PASSKEYS, device);
            assertThatThrownBy(() -> passkeys.remove(left, last, change)).isInstanceOf(LastWayIn.class);

            accounts.link(left, angela, byPasskey(left, OwnerAct.LINK_IDENTITY, device));
            accounts.unlink(left, byPasskey(left, OwnerAct.UNLINK_IDENTITY, device));
            assertThat(accounts.signIn(angela)).isEmpty();
        });
    }

    @Test
    void a_passkey_of_a_host_that_the_utility_has_no_longer_is_no_way_in_that_is_left() {
        TenantContext.runAs(SIEGVO, () -> {
            var angela = identity();
            var user = alone(angela);
            var device = new PasskeyDevice(ORIGIN);
            var asked = passkeys.askForNew(user, accounts.prove(user, OwnerAct.CHANGE_PASSKEYS, angela), HOST);
            passkeys.add(user, asked.question(), device.make(asked.options()), "Mon téléphone");
            transaction.executeWithoutResult(
                    status -> database.sql("update passkey set host = 'ailleurs.example' where owner_id = ?")
                            .param(user.userId().value())
                            .update());

            var proof = accounts.prove(user, OwnerAct.UNLINK_IDENTITY, angela);
            assertThatThrownBy(() -> accounts.unlink(user, proof)).isInstanceOf(LastWayIn.class);

            assertThat(accounts.waysIn(user.userId()).passkey()).isFalse();
            assertThat(accounts.signIn(angela)).get().isEqualTo(user);
        });
    }

    private OwnerProof byPasskey(CurrentUser user, OwnerAct act, PasskeyDevice device) {
        var asked = passkeys.askOwner(user, HOST);
        return passkeys.prove(user, act, asked.question(), device.show(asked.options()));
    }

    private void act(CurrentUser user, OwnerProof proof) {
        switch (proof.act()) {
            case TAKE_DATA -> requests.ask(user, proof);
            case CHANGE_ADDRESS -> profiles.requestEmailChange(user, proof, somebody(), VISITOR);
            case DELETE_ACCOUNT -> profiles.delete(user, proof);
            case SHARE_CONTRACT -> shared.require(user.userId(), OwnerAct.SHARE_CONTRACT, proof);
            case CHOOSE_PASSWORD -> credentials.choose(user, proof, PASSWORD);
            case CHANGE_PASSKEYS -> passkeys.askForNew(user, proof, HOST);
            case LINK_IDENTITY -> accounts.link(user, identity(), proof);
            case UNLINK_IDENTITY -> accounts.unlink(user, proof);
            case REMOVE_PASSWORD -> accounts.removePassword(user, proof);
            case ANSWER_PROGRAM -> presence.show(user, proof);
        }
    }

    /** Of somebody whom FranceConnect alone lets in. */
    private CurrentUser alone(ProvenIdentity identity) {
        accounts.signUp(identity, somebody(), VISITOR);
        return accounts.confirm(mailbox.last(ActivationRequested.class).token(), identity);
    }
}
