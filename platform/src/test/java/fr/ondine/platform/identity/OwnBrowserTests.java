package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.platform.identity.People.somebody;
import static fr.ondine.testing.Utilities.ILEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.audit.WatchedLimits;
import fr.ondine.platform.factors.HashesDone;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.passkeys.PasskeyCheck;
import fr.ondine.platform.tenancy.RateLimit;
import fr.ondine.platform.tenancy.RateLimits;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.PasskeyDevice;
import fr.ondine.testing.Utilities;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** While strangers have used up what all of a utility may try, people still come in with their own browser, and by no other. */
@IdentityTest
class OwnBrowserTests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final IdentitySettings FEW =
            new IdentitySettings(4, 12, 9, 6, 6, 5, 50, Duration.ZERO, 8, HOUR, HOUR, HOUR, HOUR, HOUR);

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    People people;

    @Autowired
    Registration registration;

    @Autowired
    Mailbox mailbox;

    @Autowired
    RateLimits limits;

    @Autowired
    WatchedLimits watched;

    @Autowired
    KnownBrowsers browsers;

    @Autowired
    Sessions sessions;

    @Autowired
    SignIns signIns;

    @Autowired
    PasswordChanges changes;

    @Autowired
    Passwords passwords;

    @Autowired
    PasswordRules rules;

    @Autowired
    Reauthentication reauthentication;

    @Autowired
    EvenTime evenly;

    @Autowired
    Passkeys kept;

    @Autowired
    PasskeyAccounts keys;

    @Autowired
    PasskeyCheck check;

    @Autowired
    Profiles profiles;

    @Autowired
    TenantClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private final TenantId utility =
            new TenantId("own" + UUID.randomUUID().toString().substring(0, 8));

    private Attempts attempts;
    private Credentials door;
    private EmailAddress anne;
    private RawToken annes;
    private EmailAddress bob;
    private RawToken bobs;
    private int place;

    @BeforeEach
    void a_utility_where_two_have_signed_in_and_strangers_guess() {
        attempts = new Attempts(limits, watched, FEW);
        door = new Credentials(signIns, changes, passwords, rules, attempts, browsers, reauthentication, evenly);
        provisioning.provision(Utilities.like(ILEO, utility.slug()));
        TenantContext.runAs(utility, () -> {
            // whoever asks first says how many tries there are: none comes back while this runs
            limits.stopping(List.of(one(), ofAll()));
            limits.giveBack(List.of(ofAll()));
            anne = somebody();
            annes = markOf(come(anne));
            bob = somebody();
            bobs = markOf(come(bob));
            spray();
        });
    }

    @Test
    void ones_own_browser_comes_in_while_nobody_else_does() {
        TenantContext.runAs(utility, () -> {
            assertThat(signIn(anne, annes).email()).isEqualTo(anne);
            assertThat(signIn(bob, bobs).email()).isEqualTo(bob);

            assertStopped(anne, null);
            assertStopped(anne, bobs);
            assertStopped(bob, annes);
            assertStopped(anne, RawToken.fresh());
            assertStopped(anne, new RawToken(""));
            assertStopped(somebody(), annes);
        });
    }

    @Test
    void a_mark_of_another_utility_is_none() {
        var elsewhere = new TenantId(utility.slug() + "x");
        provisioning.provision(Utilities.like(ILEO, elsewhere.slug()));
        var marked = TenantContext.callAs(elsewhere, () -> markOf(come(anne)));
        TenantContext.runAs(utility, () -> {
            assertStopped(anne, marked);
            assertThat(signIn(anne, annes)).isNotNull();
        });
    }

    @Test
    void its_wrong_tries_close_that_browser_alone_and_the_right_one_after_them_too() {
        TenantContext.runAs(utility, () -> {
            var second = markOf(door.signIn(anne.value(), PASSWORD, new Visitor(next(), annes)));
            for (var guess = 0; guess < FEW.signInsPerAccount(); guess++) {
                assertCompared(anne, annes);
            }

            assertStopped(anne, annes);
            assertThat(signIn(anne, second).email()).as("another one of hers").isEqualTo(anne);
            assertThat(signIn(bob, bobs).email()).isEqualTo(bob);
        });
    }

    @Test
    void what_may_be_tried_at_an_account_holds_for_it_too() {
        TenantContext.runAs(utility, () -> {
            var others = IntStream.range(0, 3)
                    .mapToObj(more -> markOf(door.signIn(anne.value(), PASSWORD, new Visitor(next(), annes))))
                    .toList();
            others.forEach(
                    mark -> IntStream.range(0, FEW.signInsPerAccount()).forEach(guess -> assertCompared(anne, mark)));

            assertStopped(anne, annes);
            assertThat(signIn(bob, bobs)).isNotNull();
        });
    }

    @Test
    void what_may_be_tried_from_a_place_holds_for_it_too() {
        TenantContext.runAs(utility, () -> {
            var here = next();
            IntStream.range(0, FEW.signInsPerAddress()).forEach(guess -> refused(somebody(), new Visitor(here, annes)));

            assertThatThrownBy(() -> door.signIn(anne.value(), PASSWORD, new Visitor(here, annes)))
                    .isInstanceOf(SignInRefused.class);
            assertThat(signIn(anne, annes)).isNotNull();
        });
    }

    @Test
    void who_comes_in_by_it_again_and_again_gives_strangers_no_try_back() {
        TenantContext.runAs(utility, () -> {
            for (var visit = 0; visit < 2 * FEW.signInsPerUtility(); visit++) {
                signIn(bob, bobs);
            }

            assertStopped(anne, null);
        });
    }

    @Test
    void whatever_ends_sessions_ends_what_a_copied_mark_is_worth_until_its_owner_has_signed_in_again() {
        TenantContext.runAs(utility, () -> {
            var user = signIn(anne, annes);
            sessions.endAll(user.userId());
            assertStopped(anne, annes);
            door.requestReset(bob, VISITOR);
            door.reset(mailbox.last(PasswordResetRequested.class).token(), "quatre chats noirs");
            assertThatThrownBy(() -> door.signIn(bob.value(), "quatre chats noirs", new Visitor(next(), bobs)))
                    .isInstanceOf(SignInRefused.class);

            limits.giveBack(List.of(ofAll()));
            var again = signIn(anne, annes);
            assertThat(sessions.begin(again, Browser.UNKNOWN, Optional.of(annes))
                            .mark())
                    .isEqualTo(annes);
            spray();
            assertThat(signIn(anne, annes)).isNotNull();
        });
    }

    @Test
    void one_that_was_not_seen_for_long_or_whose_account_is_gone_or_that_an_older_release_noted_is_none() {
        TenantContext.runAs(utility, () -> {
            run("update known_browser set security_version = null where mark = ?", bobs.digest());
            assertStopped(bob, bobs);
            lastSeen(Duration.ofDays(391));
            assertStopped(anne, annes);
            lastSeen(Duration.ofDays(389));
            profiles.delete(signIn(anne, annes), PASSWORD);
            assertStopped(anne, annes);
        });
    }

    @Test
    void a_mark_that_nobody_was_given_is_given_to_nobody_and_one_that_somebody_was_may_be_shared() {
        TenantContext.runAs(utility, () -> {
            var invented = RawToken.fresh();
            var user = signIn(anne, annes);
            assertThat(sessions.begin(user, Browser.UNKNOWN, Optional.of(invented))
                            .mark())
                    .isNotEqualTo(invented);
            assertThat(sessions.begin(user, Browser.UNKNOWN, Optional.of(bobs)).mark())
                    .as("the browser of a family")
                    .isEqualTo(bobs);
            assertThat(signIn(anne, bobs)).isNotNull();
        });
    }

    @Test
    void a_passkey_is_taken_in_its_owners_browser_and_in_no_other() {
        TenantContext.runAs(utility, () -> {
            var host = utility.slug() + ".localhost";
            var device = new PasskeyDevice("http://" + host + ":8080");
            var asked = kept.askForNew(signIn(anne, annes), PASSWORD, host);
            kept.add(signIn(anne, annes), asked.question(), device.make(asked.options()), "Mon téléphone");
            var passkeys = new Passkeys(keys, check, reauthentication, attempts, browsers);

            assertThat(byPasskey(passkeys, device, host, annes).email()).isEqualTo(anne);
            assertThatThrownBy(() -> byPasskey(passkeys, device, host, bobs)).isInstanceOf(SignInRefused.class);
            assertThatThrownBy(() -> byPasskey(passkeys, device, host, null)).isInstanceOf(SignInRefused.class);
        });
    }

    /** By the door of few tries: whoever asks first says how many there are. */
    private CurrentUser come(EmailAddress email) {
        registration.activate(people.signedUp(email), PASSWORD);
        return door.signIn(email.value(), PASSWORD, new Visitor(next()));
    }

    private CurrentUser byPasskey(Passkeys passkeys, PasskeyDevice device, String host, @Nullable RawToken mark) {
        var asked = passkeys.ask(host);
        return passkeys.signIn(asked.question(), device.show(asked.options()), new Visitor(next(), mark));
    }

    private CurrentUser signIn(EmailAddress who, RawToken mark) {
        return door.signIn(who.value(), PASSWORD, new Visitor(next(), mark));
    }

    private RawToken markOf(CurrentUser user) {
        return sessions.begin(user, Browser.UNKNOWN, Optional.empty()).mark();
    }

    /** Even the right password, and without a look at it. */
    private void assertStopped(EmailAddress who, @Nullable RawToken mark) {
        assertThat(HashesDone.by(() -> assertThatThrownBy(
                                () -> door.signIn(who.value(), PASSWORD, new Visitor(next(), mark)))
                        .isInstanceOf(SignInRefused.class)))
                .isZero();
    }

    private void assertCompared(EmailAddress who, RawToken mark) {
        assertThat(HashesDone.by(() -> refused(who, new Visitor(next(), mark)))).isOne();
    }

    private void refused(EmailAddress who, Visitor visitor) {
        assertThatThrownBy(() -> door.signIn(who.value(), "un autre mot de passe", visitor))
                .isInstanceOf(SignInRefused.class);
    }

    private void spray() {
        while (limits.stopping(List.of(one(), ofAll())).isEmpty()) {
            // one more guess of a stranger
        }
    }

    private static RateLimit one() {
        return new RateLimit("of-a-stranger", UUID.randomUUID().toString(), 1, HOUR);
    }

    private static RateLimit ofAll() {
        return RateLimit.ofAll("sign-in-all", FEW.signInsPerUtility(), Duration.ofDays(1));
    }

    private String next() {
        place++;
        return "10.81." + place / 250 + "." + place % 250;
    }

    private void lastSeen(Duration ago) {
        run(
                "update known_browser set last_used = ? where mark = ?",
                clock.instant().minus(ago).atOffset(ZoneOffset.UTC),
                annes.digest());
    }

    private void run(String sql, Object... values) {
        transaction.executeWithoutResult(
                status -> database.sql(sql).params(values).update());
    }
}
