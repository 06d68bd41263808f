package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.platform.identity.People.somebody;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PasskeyDevice;
import fr.ondine.testing.Waiters;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two who change at the same moment by what an account is opened: one waits for the other, and sees what it did. */
@IdentityTest
class LinksAtOnceTests {

    private static final int ROUNDS = 25;

    @Autowired
    FranceConnectAccounts accounts;

    @Autowired
    UserAccounts everybody;

    @Autowired
    IdentityLinks links;

    @Autowired
    Passkeys passkeys;

    @Autowired
    PasskeyAccounts keys;

    @Autowired
    Credentials credentials;

    @Autowired
    PasswordChanges changes;

    @Autowired
    Profiles profiles;

    @Autowired
    Sessions sessions;

    @Autowired
    RememberedDevices devices;

    @Autowired
    PersonalDataRequests requests;

    @Autowired
    Mailbox mailbox;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private CurrentUser owner;
    private ProvenIdentity identity;

    @BeforeEach
    void an_account() {
        owner = TenantContext.callAs(SIEGVO, people::active);
        identity =
                new ProvenIdentity("https://fc.exemple.fr/api/v2", UUID.randomUUID() + "v1", "Angela", "DUBOIS", null);
    }

    @Test
    void who_links_theirs_while_the_owner_chooses_another_password_by_mail_has_linked_nothing() {
        var reset = resetOfTheOwner();

        var thief = meanwhile(() -> credentials.reset(reset, "quatre chats noirs"), () -> {
            accounts.link(owner, identity, PASSWORD);
            return owner;
        });

        assertThat(thief).isEmpty();
        assertThat(in(() -> accounts.signIn(identity))).isEmpty();
    }

    @Test
    void who_asks_for_another_address_while_the_owner_chooses_another_password_by_mail_gets_no_link() {
        var reset = resetOfTheOwner();
        mailbox.empty();

        var thief = meanwhile(() -> credentials.reset(reset, "quatre chats noirs"), () -> {
            profiles.requestEmailChange(owner, PASSWORD, somebody(), VISITOR);
            return owner;
        });

        assertThat(thief).isEmpty();
        assertThat(mailbox.all(EmailChangeRequested.class)).isEmpty();
    }

    @Test
    void who_typed_the_password_before_the_owner_chose_another_by_mail_puts_none_in_its_place() {
        var reset = resetOfTheOwner();
        in(() -> {
            credentials.reset(reset, "quatre chats noirs");
            return null;
        });

        assertThatThrownBy(() -> TenantContext.runAs(SIEGVO, () -> changes.change(owner, "the thief's")))
                .isInstanceOf(SignInRefused.class);
    }

    @Test
    void who_deletes_the_account_while_the_owner_chooses_another_password_by_mail_has_deleted_nothing() {
        var reset = resetOfTheOwner();

        var thief = meanwhile(() -> credentials.reset(reset, "quatre chats noirs"), () -> {
            profiles.delete(owner, PASSWORD);
            return owner;
        });

        assertThat(thief).isEmpty();
        assertThat(in(() -> profiles.address(owner.userId()))).contains(owner.email());
    }

    @Test
    void no_link_is_sent_to_the_mailbox_that_is_being_left_while_the_owner_takes_the_address_back() {
        var thiefs = somebody();
        var undo = TenantContext.callAs(SIEGVO, () -> {
            profiles.requestEmailChange(owner, PASSWORD, thiefs, VISITOR);
            profiles.confirmEmailChange(mailbox.last(EmailChangeRequested.class).token(), PASSWORD);
            return mailbox.last(EmailChanged.class).undoToken();
        });
        mailbox.empty();

        meanwhile(() -> profiles.undoEmailChange(undo), () -> {
            credentials.requestReset(thiefs, VISITOR);
            return owner;
        });

        assertThat(mailbox.all(PasswordResetRequested.class))
                .extracting(PasswordResetRequested::email)
                .containsExactly(owner.email());
    }

    /** What was sent before waits for its page, and is done after. */
    @Test
    void a_session_that_was_ended_meanwhile_does_not_go_on_as_what_the_account_has_become() {
        in(() -> {
            sessions.endAll(owner.userId());
            return null;
        });

        assertRefused(() -> profiles.rename(owner, new PersonName(null, "Paul", "Voleur")));
        assertRefused(() -> sessions.endOthers(owner));
        var left = in(this::current);
        assertThat(left.securityVersion()).isEqualTo(owner.securityVersion() + 1);
        assertThat(left.displayName()).doesNotContain("Voleur");
    }

    @Test
    void nobody_is_given_the_data_whose_session_was_ended_since_they_typed_the_password() {
        in(() -> {
            sessions.endAll(owner.userId());
            return null;
        });
        mailbox.empty();

        assertRefused(() -> requests.ask(owner, PASSWORD));
        assertThat(mailbox.all(PersonalDataAsked.class)).isEmpty();
    }

    @Test
    void no_device_is_remembered_for_a_sign_in_that_the_owner_has_ended_meanwhile() {
        var browser = Browser.of("");
        assertThat(in(() -> devices.recognise(devices.remember(owner), browser)))
                .isPresent();

        var reset = resetOfTheOwner();
        in(() -> {
            credentials.reset(reset, "quatre chats noirs");
            return null;
        });
        var late = in(() -> devices.remember(owner));

        assertThat(in(() -> devices.recognise(late, browser))).isEmpty();
    }

    private static void assertRefused(Runnable thiefs) {
        assertThatThrownBy(() -> TenantContext.runAs(SIEGVO, thiefs::run)).isInstanceOf(SignInRefused.class);
    }

    private RawToken resetOfTheOwner() {
        return TenantContext.callAs(SIEGVO, () -> {
            credentials.requestReset(owner.email(), VISITOR);
            return mailbox.last(PasswordResetRequested.class).token();
        });
    }

    @Test
    void who_comes_by_an_identity_while_it_is_unlinked_is_nobody() {
        in(() -> {
            links.link(owner, identity);
            return null;
        });

        var came = meanwhile(
                () -> links.unlink(owner), () -> links.signIn(identity).orElseThrow(SignInRefused::new));

        assertThat(came).isEmpty();
    }

    @Test
    void of_two_ways_in_that_are_given_up_at_once_one_is_left() {
        in(() -> {
            links.link(owner, identity);
            return null;
        });

        var left = meanwhile(() -> links.unlink(owner), () -> links.removePassword(owner));

        assertThat(left).isEmpty();
        var ways = in(() -> links.waysIn(owner.userId()));
        assertThat(ways.password()).isTrue();
        assertThat(ways.franceConnect()).isEmpty();
    }

    @Test
    void of_franceconnect_and_the_last_passkey_that_are_given_up_at_once_one_is_left() {
        var device = new PasskeyDevice(PasskeyTest.ORIGIN);
        var passkey = in(() -> {
            links.link(owner, identity);
            var asked = passkeys.askForNew(owner, PASSWORD, PasskeyTest.HOST);
            passkeys.add(owner, asked.question(), device.make(asked.options()), "Mon téléphone");
            return passkeys.of(owner.userId()).getFirst().id();
        });
        var alone = in(() -> links.removePassword(owner));

        var removed = meanwhile(() -> links.unlink(alone), () -> keys.remove(alone, passkey));

        assertThat(removed).isEmpty();
        var ways = in(() -> links.waysIn(owner.userId()));
        assertThat(ways.franceConnect()).isEmpty();
        assertThat(ways.passkey()).isTrue();
    }

    @Test
    void what_alone_is_left_is_never_unlinked() {
        in(() -> {
            links.link(owner, identity);
            return null;
        });
        var left = in(() -> links.removePassword(owner));

        assertThatThrownBy(() -> TenantContext.runAs(SIEGVO, () -> links.unlink(left)))
                .isInstanceOf(LastWayIn.class);
        assertThat(in(() -> accounts.signIn(identity))).contains(left);
    }

    @Test
    void whatever_happens_in_which_order_somebody_can_come_in_and_nobody_by_what_is_unlinked() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var round = 0; round < ROUNDS; round++) {
                var user = in(this::current);
                TenantContext.callAs(
                        SIEGVO,
                        () -> attempt(() -> {
                            links.link(user, identity);
                            return user;
                        }));
                var together = new CyclicBarrier(2);
                var one = threads.submit(inTime(together, () -> links.unlink(user)));
                var other = threads.submit(inTime(together, other(round, user)));
                one.get();
                var came = other.get();

                var ways = in(() -> links.waysIn(user.userId()));
                assertThat(ways.password() || ways.franceConnect().isPresent())
                        .as("round %s", round)
                        .isTrue();
                if (ways.franceConnect().isEmpty() && round % 2 == 0) {
                    assertThat(came.filter(session -> in(() -> sessions.isCurrent(session))))
                            .as("round %s: a session of what was unlinked", round)
                            .isEmpty();
                }
                restore();
            }
        }
    }

    private Callable<CurrentUser> other(int round, CurrentUser user) {
        return round % 2 == 0
                ? () -> links.signIn(identity).orElseThrow(SignInRefused::new)
                : () -> links.removePassword(user);
    }

    private CurrentUser current() {
        return everybody.findActive(owner.userId()).orElseThrow().signedIn(SIEGVO.slug());
    }

    private void restore() {
        in(() -> database.sql("update user_account set password_hash = coalesce(password_hash, 'x') where id = :id")
                .param("id", owner.userId().value())
                .update());
    }

    private Callable<Optional<CurrentUser>> inTime(CyclicBarrier together, Callable<CurrentUser> work) {
        return () -> {
            together.await();
            return TenantContext.callAs(SIEGVO, () -> attempt(work));
        };
    }

    /** The second begins when the first has done all but commit, and waits for it. */
    private Optional<CurrentUser> meanwhile(Runnable first, Callable<CurrentUser> second) {
        return in(() -> {
                    first.run();
                    var waits =
                            CompletableFuture.supplyAsync(() -> TenantContext.callAs(SIEGVO, () -> attempt(second)));
                    Waiters.forUs(database);
                    return waits;
                })
                .join();
    }

    private static Optional<CurrentUser> attempt(Callable<CurrentUser> work) {
        try {
            return Optional.of(work.call());
        } catch (DomainException | OptimisticLockingFailureException refused) {
            return Optional.empty();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private <T> T in(Callable<T> work) {
        return TenantContext.callAs(
                SIEGVO,
                () -> transaction.execute(status -> {
                    try {
                        return work.call();
                    } catch (Exception broken) {
                        throw new IllegalStateException(broken);
                    }
                }));
    }
}
