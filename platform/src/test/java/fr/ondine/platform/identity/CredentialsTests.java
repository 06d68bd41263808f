package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.platform.identity.People.somebody;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@IdentityTest
class CredentialsTests {

    private static final String OTHER = "quatre chats noirs";

    @Autowired
    Credentials credentials;

    @Autowired
    Sessions sessions;

    @Autowired
    RememberedDevices devices;

    @Autowired
    Registration registration;

    @Autowired
    Mailbox mailbox;

    @Autowired
    People people;

    @Autowired
    TenantClock clock;

    @Autowired
    UserAccounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void empty_mailbox() {
        mailbox.empty();
    }

    @Test
    void an_account_of_one_utility_opens_nothing_at_another() {
        var user = TenantContext.callAs(SIEGVO, () -> people.active());
        TenantContext.runAs(MALESHERBOIS, () -> {
            assertThatThrownBy(() -> credentials.signIn(user.address(), PASSWORD, VISITOR))
                    .isInstanceOf(SignInRefused.class);
            assertThat(sessions.isCurrent(user)).isFalse();
        });
        assertThat(TenantContext.callAs(SIEGVO, () -> sessions.isCurrent(user))).isTrue();
    }

    @Test
    @Tag("long") // a busy machine would make it a matter of luck
    void unknown_wrong_and_malformed_are_refused_alike_and_in_the_same_time() {
        TenantContext.runAs(SIEGVO, () -> {
            var known = people.active();
            var wrong = median(() -> refusal(known.address(), "un mot de passe faux"));
            var unknown = median(() -> refusal(somebody().value(), PASSWORD));
            assertThat(unknown.minus(wrong).abs()).isLessThan(wrong.dividedBy(2));
            assertThat(refusal(known.address(), "x"))
                    .isEqualTo(refusal("pas une adresse", PASSWORD))
                    .isEqualTo(refusal(known.address(), "x".repeat(10_000)));
        });
    }

    @Test
    void after_ten_attempts_on_an_account_even_its_password_is_refused_in_the_same_words() {
        TenantContext.runAs(SIEGVO, () -> {
            var email = somebody();
            registration.activate(people.signedUp(email), PASSWORD);
            var first = refusal(email.value(), "faux");
            IntStream.range(1, 10).forEach(again -> refusal(email.value(), "faux"));
            assertThat(refusal(email.value(), PASSWORD)).isEqualTo(first);
            assertThat(people.active().email()).isNotEqualTo(email);
        });
    }

    @Test
    void a_stranger_who_tries_an_account_over_and_over_does_not_lock_its_owner_out() {
        TenantContext.runAs(SIEGVO, () -> {
            var owner = people.active();
            var stranger = new Visitor("198.51.100.9");
            IntStream.range(0, 11)
                    .forEach(again -> assertThatThrownBy(() -> credentials.signIn(owner.address(), "faux", stranger))
                            .isInstanceOf(SignInRefused.class));
            assertThatThrownBy(() -> credentials.signIn(owner.address(), PASSWORD, stranger))
                    .isInstanceOf(SignInRefused.class);
            assertThat(credentials.signIn(owner.address(), PASSWORD, VISITOR)).isEqualTo(owner);
        });
    }

    @Test
    void right_passwords_are_not_counted() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            IntStream.range(0, 12)
                    .forEach(again -> assertThat(credentials.signIn(user.address(), PASSWORD, VISITOR))
                            .isEqualTo(user));
        });
    }

    @Test
    void a_forgotten_password_is_replaced_once_and_everything_older_ends() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var device = devices.remember(user);
            credentials.requestReset(user.email(), VISITOR);
            var link = mailbox.last(PasswordResetRequested.class).token();
            assertThat(credentials.accountToReset(link)).contains(user.email());
            assertThatThrownBy(() -> credentials.reset(link, "court")).isInstanceOf(PasswordTooShort.class);
            credentials.reset(link, OTHER);
            assertThatThrownBy(() -> credentials.reset(link, PASSWORD)).isInstanceOf(LinkNoLongerValid.class);
            assertThat(sessions.isCurrent(user)).isFalse();
            assertThat(devices.recognise(device, Browser.UNKNOWN)).isEmpty();
            assertThat(credentials.signIn(user.address(), OTHER, VISITOR).userId())
                    .isEqualTo(user.userId());
            assertThat(mailbox.last(PasswordChanged.class).email()).isEqualTo(user.email());
        });
    }

    @Test
    void a_reset_link_lives_for_half_an_hour() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            credentials.requestReset(user.email(), VISITOR);
            clock.advance(Duration.ofMinutes(31));
            assertThatThrownBy(() -> credentials.reset(
                            mailbox.last(PasswordResetRequested.class).token(), OTHER))
                    .isInstanceOf(LinkNoLongerValid.class);
        });
    }

    @Test
    void whoever_has_no_account_gets_no_mail_and_the_same_answer() {
        TenantContext.runAs(SIEGVO, () -> {
            credentials.requestReset(somebody(), VISITOR);
            assertThat(mailbox.all(PasswordResetRequested.class)).isEmpty();
        });
    }

    @Test
    void a_reset_link_activates_an_account_that_waits() {
        TenantContext.runAs(SIEGVO, () -> {
            var email = somebody();
            people.signedUp(email);
            credentials.requestReset(email, VISITOR);
            credentials.reset(mailbox.last(PasswordResetRequested.class).token(), OTHER);
            assertThat(credentials.signIn(email.value(), OTHER, VISITOR).email())
                    .isEqualTo(email);
        });
    }

    @Test
    void a_password_is_changed_by_whoever_knows_it_and_only_this_session_goes_on() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            assertThatThrownBy(() -> credentials.change(user, OTHER, OTHER)).isInstanceOf(WrongPassword.class);
            assertThat(sessions.isCurrent(user)).isTrue();
            var still = credentials.change(user, PASSWORD, OTHER);
            assertThat(sessions.isCurrent(user)).isFalse();
            assertThat(sessions.isCurrent(still)).isTrue();
            assertThatThrownBy(() -> credentials.signIn(user.address(), PASSWORD, VISITOR))
                    .isInstanceOf(SignInRefused.class);
        });
    }

    @Test
    void signing_out_everywhere_ends_every_session_and_device_of_that_person_only() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var other = people.active();
            var device = devices.remember(user);
            sessions.endAll(user.userId());
            assertThat(sessions.isCurrent(user)).isFalse();
            assertThat(devices.recognise(device, Browser.UNKNOWN)).isEmpty();
            assertThat(sessions.isCurrent(other)).isTrue();
        });
    }

    @Test
    void a_change_of_name_at_the_same_moment_brings_no_ended_session_back() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        accounts.findActive(user.userId())
                                .orElseThrow()
                                .rename(new PersonName("Mme", "Anne", "Dupont"));
                        atTheSameMoment(() -> sessions.endAll(user.userId()));
                    }))
                    .isInstanceOf(OptimisticLockingFailureException.class);
            assertThat(sessions.isCurrent(user)).isFalse();
        });
    }

    private void atTheSameMoment(Runnable work) {
        var other = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        other.executeWithoutResult(status -> work.run());
    }

    private String refusal(String email, String password) {
        try {
            return credentials.signIn(email, password, VISITOR).displayName();
        } catch (SignInRefused refused) {
            return refused.getMessage();
        }
    }

    private static Duration median(Supplier<String> work) {
        var times = IntStream.range(0, 5)
                .mapToLong(round -> {
                    var start = System.nanoTime();
                    assertThat(work.get()).startsWith("identity.sign-in-refused");
                    return System.nanoTime() - start;
                })
                .toArray();
        Arrays.sort(times);
        return Duration.ofNanos(times[2]);
    }
}
