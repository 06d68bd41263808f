package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.identity.PasskeyChanged.What;
import fr.ondine.platform.passkeys.PasskeyNotTaken;
import fr.ondine.platform.tenancy.Looking;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.PasskeyDevice;
import fr.ondine.testing.Utilities;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is added, what is kept of it, and when it goes. */
class KeptPasskeysTests extends PasskeyTest {

    private static final TenantId OFFERING = new TenantId("fcidentity");

    @Autowired
    FranceConnectAccounts franceConnect;

    @Autowired
    Credentials credentials;

    @Autowired
    Profiles profiles;

    @Autowired
    Sessions sessions;

    @Autowired
    ClosedDoor closed;

    @Autowired
    Tenants tenants;

    @Test
    void is_not_added_without_the_password() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            assertThatThrownBy(() -> passkeys.askForNew(user, "quatre chats noirs", HOST))
                    .isInstanceOf(WrongPassword.class);
        });
    }

    @Test
    void one_that_was_removed_opens_nothing_and_what_it_opened_ends() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = sessions.begin(people.active(), Browser.UNKNOWN, Optional.empty())
                    .user();
            var device = added(user);
            var other = sessions.begin(signIn(device), Browser.UNKNOWN, Optional.empty())
                    .user();
            var passkey = passkeys.of(user.userId()).getFirst().id();

            assertThatThrownBy(() -> passkeys.remove(user, passkey, "quatre chats noirs"))
                    .isInstanceOf(WrongPassword.class);
            var stranger = people.active();
            passkeys.remove(stranger, passkey, PASSWORD);
            assertThat(passkeys.of(user.userId())).as("somebody else's").hasSize(1);
            assertThat(sessions.isCurrent(stranger)).isTrue();

            var goesOn = passkeys.remove(user, passkey, PASSWORD);
            sessions.goOn(goesOn.in(user.session()));
            assertThat(sessions.isCurrent(goesOn.in(user.session()))).isTrue();
            assertThat(sessions.isCurrent(other)).isFalse();
            assertThat(told(What.REMOVED)).isEqualTo("Mon téléphone");
            assertRefused(device, "removed");
        });
    }

    @Test
    void nothing_is_added_in_a_session_that_was_ended() {
        TenantContext.runAs(SIEGVO, () -> {
            var here = sessions.begin(people.active(), Browser.UNKNOWN, Optional.empty())
                    .user();
            assertNotAdded(here, user -> sessions.end(user.userId(), user.session()));
            var again = sessions.begin(people.active(), Browser.UNKNOWN, Optional.empty())
                    .user();
            assertNotAdded(again, user -> sessions.endAll(user.userId()));
        });
    }

    @Test
    void goes_with_the_account_and_after_a_forgotten_password_or_an_address_that_was_taken_back() {
        TenantContext.runAs(SIEGVO, () -> {
            var gone = people.active();
            var device = added(gone);
            profiles.delete(gone, PASSWORD);
            assertRefused(device, "deleted");
            assertThat(kept(gone)).isZero();

            var reset = people.active();
            var known = added(reset);
            credentials.requestReset(reset.email(), VISITOR);
            credentials.reset(mailbox.last(PasswordResetRequested.class).token(), "quatre chats noirs");
            assertRefused(known, "whoever knew the old password may have added it");
            assertThat(told(What.REMOVED)).isEqualTo("Mon téléphone");

            var moved = people.active();
            var theirs = added(moved);
            profiles.requestEmailChange(moved, PASSWORD, People.somebody(), VISITOR);
            profiles.confirmEmailChange(mailbox.last(EmailChangeRequested.class).token(), PASSWORD);
            assertThat(signIn(theirs)).isNotNull();
            profiles.undoEmailChange(mailbox.last(EmailChanged.class).undoToken());
            assertRefused(theirs, "the address was taken back");
        });
    }

    /** Their owner says what they are called, and the trail keeps what is written in it. */
    @Test
    void the_trail_says_that_one_was_added_copied_and_removed_and_not_what_its_owner_calls_it() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var device = new PasskeyDevice(ORIGIN).counting(7);
            add(user, device, HOST);
            signIn(device);
            assertRefused(device.counting(8), "as far as before");
            passkeys.remove(user, passkeys.of(user.userId()).getFirst().id(), PASSWORD);

            var written = transaction.execute(status -> database.sql(
                            "select action || '|' || detail from audit_entry where subject = ? order by occurred_at, id")
                    .param("user:" + user.userId())
                    .query(String.class)
                    .list());
            assertThat(written).contains("passkey.added|", "passkey.copied|", "passkey.removed|");
            assertThat(written).noneMatch(entry -> entry.contains("Mon téléphone"));
        });
    }

    @Test
    void the_last_way_in_is_not_removed() {
        offer(false);
        var before = TenantContext.callAs(
                OFFERING, () -> closed.behind(tenants.current().hosts()));
        offer(true);
        TenantContext.runAs(OFFERING, () -> {
            var host = "fcidentity.localhost";
            var user = people.active();
            var device = new PasskeyDevice("http://" + host + ":8080");
            add(user, device, host);
            franceConnect.link(user, identity(), PASSWORD);
            var without = franceConnect.removePassword(user, PASSWORD);
            var passkey = passkeys.of(user.userId()).getFirst().id();
            TenantContext.callUnbound(() -> {
                offer(false);
                return true;
            });

            assertThat(closed.behind(tenants.current().hosts()))
                    .as("they still come in")
                    .isEqualTo(before);
            assertThat(closed.behind(List.of("ailleurs.localhost")))
                    .as("not where the utility goes elsewhere")
                    .isGreaterThan(before);
            assertThatThrownBy(() -> remove(without, passkey, device)).isInstanceOf(LastWayIn.class);
            assertThat(signIn(device, host)).isNotNull();

            var second = new PasskeyDevice("http://" + host + ":8080");
            var proof = passkeys.askOwner(without, host);
            var asked = passkeys.askForNew(without, proof.question(), device.show(proof.options()));
            passkeys.add(without, asked.question(), second.make(asked.options()), "Une autre");
            remove(without, passkey, second);
            assertRefused(device, "removed");
            assertThat(signIn(second, host)).isNotNull();
        });
    }

    @Test
    void only_so_many_are_kept_each_once_and_by_a_name() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var device = added(user);
            assertThatThrownBy(() -> add(user, device, HOST))
                    .isInstanceOf(PasskeyNotTaken.class)
                    .hasMessageContaining("known-already");
            assertThatThrownBy(() -> add(people.active(), device, HOST))
                    .as("somebody else's")
                    .hasMessageContaining("known-already");
            var asked = passkeys.askForNew(user, PASSWORD, HOST);
            assertThatThrownBy(() ->
                            passkeys.add(user, asked.question(), new PasskeyDevice(ORIGIN).make(asked.options()), "  "))
                    .hasMessageContaining("name");
        });
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            added(user);
            one("""
                    with more as (insert into passkey
                        (id, owner_id, credential_id, credential, counter, synced, host, name, added_at)
                        select gen_random_uuid(), owner_id, sha256(number::text::bytea), credential, counter, synced,
                            host, name, added_at
                        from passkey, generate_series(1, 9) number where owner_id = ? returning id)
                    select count(*) from more""", user, Integer.class);
            var asked = passkeys.askForNew(user, PASSWORD, HOST);
            assertThatThrownBy(() -> passkeys.add(
                            user, asked.question(), new PasskeyDevice(ORIGIN).make(asked.options()), "Clé"))
                    .hasMessageContaining("too-many");
        });
    }

    @Test
    void who_only_looks_adds_and_removes_nothing() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            added(user);
            var passkey = passkeys.of(user.userId()).getFirst().id();
            var looking = new Looking("Anne", Instant.EPOCH.plus(Duration.ofDays(99_999)), "/gestion");
            looking(looking, () -> passkeys.askForNew(user, PASSWORD, HOST));
            looking(looking, () -> passkeys.remove(user, passkey, PASSWORD));
            assertThat(passkeys.of(user.userId())).hasSize(1);
        });
    }

    @Test
    void what_is_kept_is_a_random_name_and_a_public_key() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            added(user);
            var handle = one("select handle from passkey_holder where owner_id = ?", user, byte[].class);
            var first = passkeys.askForNew(user, PASSWORD, HOST).options();
            assertThat(handle).hasSize(32);
            assertThat(first)
                    .as("the same for another passkey, so that a device replaces its own")
                    .contains(Base64.getUrlEncoder().withoutPadding().encodeToString(handle));
        });
    }

    private void assertNotAdded(CurrentUser user, Consumer<CurrentUser> end) {
        var asked = passkeys.askForNew(user, PASSWORD, HOST);
        end.accept(user);
        assertThatThrownBy(() ->
                        passkeys.add(user, asked.question(), new PasskeyDevice(ORIGIN).make(asked.options()), "Clé"))
                .isInstanceOf(SignInRefused.class);
        assertThat(passkeys.of(user.userId())).isEmpty();
    }

    private void looking(Looking looking, Runnable work) {
        assertThatThrownBy(() -> TenantContext.callLooking(looking, () -> {
                    work.run();
                    return true;
                }))
                .hasMessageContaining("looking");
    }

    private void remove(CurrentUser user, UUID passkey, PasskeyDevice by) {
        var proof = passkeys.askOwner(user, "fcidentity.localhost");
        passkeys.remove(user, passkey, proof.question(), by.show(proof.options()));
    }

    private void offer(boolean on) {
        UnaryOperator<String> way =
                yaml -> on ? yaml.replace("[email-and-password]", "[email-and-password, france-connect]") : yaml;
        provisioning.provision(way.apply(Utilities.like(MALESHERBOIS, OFFERING.slug()) + """

                france-connect:
                  issuer: https://fc.exemple.fr/api/v2
                  client-id: client-of-identity
                  signature: es256
                  userinfo: json
                """));
    }
}
