package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.platform.identity.People.somebody;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.identity.EmailTokens.Purpose;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IdentityTest
class RegistrationTests {

    @Autowired
    Registration registration;

    @Autowired
    Credentials credentials;

    @Autowired
    Mailbox mailbox;

    @Autowired
    People people;

    @Autowired
    TenantClock clock;

    @Autowired
    EmailTokens tokens;

    @Autowired
    Passwords passwords;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void empty_mailbox() {
        mailbox.empty();
    }

    @Test
    void a_person_signs_up_follows_the_link_and_signs_in() {
        TenantContext.runAs(SIEGVO, () -> {
            var email = somebody();
            var link = people.signedUp(email);
            assertThat(registration.activation(link))
                    .get()
                    .satisfies(activation -> assertThat(activation.email()).isEqualTo(email))
                    .satisfies(
                            activation -> assertThat(activation.password()).isEqualTo(Activation.Password.TO_CONFIRM));
            assertThat(registration.activate(link, PASSWORD)).isEqualTo(email);
            assertThat(credentials
                            .signIn(email.value().toUpperCase(), PASSWORD, VISITOR)
                            .email())
                    .isEqualTo(email);
            assertThat(mailbox.last(UserActivated.class).claims()).isEmpty();
        });
    }

    @Test
    void nobody_signs_in_before_the_mailbox_has_been_shown_to_be_theirs() {
        TenantContext.runAs(SIEGVO, () -> {
            var email = somebody();
            people.signedUp(email);
            assertThatThrownBy(() -> credentials.signIn(email.value(), PASSWORD, VISITOR))
                    .isInstanceOf(SignInRefused.class);
        });
    }

    @Test
    void a_link_that_is_only_looked_at_stays_good_and_one_that_was_used_does_not() {
        TenantContext.runAs(SIEGVO, () -> {
            var link = people.signedUp(somebody());
            IntStream.range(0, 3)
                    .forEach(look -> assertThat(registration.activation(link)).isPresent());
            registration.activate(link, PASSWORD);
            assertThat(registration.activation(link)).isEmpty();
            assertThatThrownBy(() -> registration.activate(link, PASSWORD)).isInstanceOf(LinkNoLongerValid.class);
        });
    }

    @Test
    void a_link_that_is_used_twice_at_the_same_moment_opens_once() throws Exception {
        var link = TenantContext.callAs(SIEGVO, () -> people.signedUp(somebody()));
        Callable<Boolean> click = () -> TenantContext.callAs(SIEGVO, () -> opens(link));
        try (var clicks = Executors.newFixedThreadPool(8)) {
            var results = clicks.invokeAll(
                    IntStream.range(0, 8).mapToObj(again -> click).toList());
            assertThat(results.stream().filter(Future::resultNow)).hasSize(1);
        }
        assertThat(mailbox.all(UserActivated.class)).hasSize(1);
    }

    @Test
    void a_link_lives_for_a_day() {
        TenantContext.runAs(SIEGVO, () -> {
            var link = people.signedUp(somebody());
            clock.advance(Duration.ofHours(24).plusSeconds(1));
            assertThat(registration.activation(link)).isEmpty();
            assertThatThrownBy(() -> registration.activate(link, PASSWORD)).isInstanceOf(LinkNoLongerValid.class);
        });
    }

    @Test
    void a_link_of_one_utility_is_worthless_at_another() {
        var link = TenantContext.callAs(SIEGVO, () -> people.signedUp(somebody()));
        TenantContext.runAs(MALESHERBOIS, () -> {
            assertThat(registration.activation(link)).isEmpty();
            assertThatThrownBy(() -> registration.activate(link, PASSWORD)).isInstanceOf(LinkNoLongerValid.class);
        });
    }

    @Test
    void a_link_sent_at_the_moment_of_the_activation_changes_nothing_in_the_account_that_is_open() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var late = new Application(passwords.hash("le mot de passe du voleur"), PersonName.UNKNOWN, null);
            var link = transaction
                    .execute(status ->
                            tokens.issue(user.userId(), Purpose.ACTIVATION, Duration.ofHours(1), late.payload()))
                    .raw();
            assertThat(registration.activation(link)).isEmpty();
            assertThatThrownBy(() -> registration.activate(link, PASSWORD)).isInstanceOf(LinkNoLongerValid.class);
            assertThat(credentials.signIn(user.address(), PASSWORD, VISITOR)).isEqualTo(user);
        });
    }

    @Test
    void an_activation_link_chooses_no_password() {
        TenantContext.runAs(SIEGVO, () -> {
            var link = people.signedUp(somebody());
            assertThatThrownBy(() -> credentials.reset(link, "un autre mot de passe"))
                    .isInstanceOf(LinkNoLongerValid.class);
        });
    }

    @Test
    @Tag("long") // a busy machine would make it a matter of luck
    void a_known_address_is_answered_in_the_same_time() {
        TenantContext.runAs(SIEGVO, () -> {
            var known = new ArrayList<Duration>();
            var unknown = new ArrayList<Duration>();
            for (var round = 0; round < 7; round++) {
                var owned = somebody();
                people.active(owned);
                known.add(timeOfSigningUp(owned));
                unknown.add(timeOfSigningUp(somebody()));
            }
            assertThat(median(known).minus(median(unknown)).abs()).isLessThan(Duration.ofMillis(60));
        });
    }

    @Test
    void a_known_address_gets_the_same_answer_and_its_owner_a_mail() {
        TenantContext.runAs(SIEGVO, () -> {
            var email = somebody();
            people.active(email);
            mailbox.empty();
            registration.signUp(new NewAccount(email, "un autre mot de passe"), VISITOR);
            assertThat(mailbox.last(AccountAlreadyExists.class).email()).isEqualTo(email);
            assertThat(credentials.signIn(email.value(), PASSWORD, VISITOR).email())
                    .isEqualTo(email);
        });
    }

    @Test
    void whoever_signs_up_with_somebody_elses_address_does_not_get_their_password_in() {
        TenantContext.runAs(SIEGVO, () -> {
            var email = somebody();
            var owners = people.signedUp(email);
            registration.signUp(new NewAccount(email, "le mot de passe du voleur"), VISITOR);
            registration.activate(owners, PASSWORD);
            assertThat(credentials.signIn(email.value(), PASSWORD, VISITOR).email())
                    .isEqualTo(email);
            assertThat(registration.activation(
                            mailbox.last(ActivationRequested.class).token()))
                    .isEmpty();
        });
    }

    @Test
    void the_link_is_sent_again_to_whoever_waits_for_one_and_to_nobody_else() {
        TenantContext.runAs(SIEGVO, () -> {
            var email = somebody();
            people.signedUp(email);
            clock.advance(Duration.ofDays(2));
            registration.resend(email, VISITOR);
            registration.activate(mailbox.last(ActivationRequested.class).token(), PASSWORD);
            mailbox.empty();
            registration.resend(email, VISITOR);
            registration.resend(somebody(), VISITOR);
            assertThat(mailbox.all(ActivationRequested.class)).isEmpty();
            credentials.signIn(email.value(), PASSWORD, VISITOR);
        });
    }

    @Test
    void a_mailbox_is_not_flooded() {
        TenantContext.runAs(SIEGVO, () -> {
            var email = somebody();
            IntStream.range(0, 5).forEach(again -> people.signedUp(email));
            assertThatThrownBy(() -> people.signedUp(email)).isInstanceOf(TooManyAttempts.class);
            assertThat(mailbox.all(ActivationRequested.class)).hasSize(5);
        });
    }

    @Test
    void after_a_claim_the_click_alone_activates_nothing_and_the_activation_names_the_claim() {
        TenantContext.runAs(SIEGVO, () -> {
            var email = somebody();
            var claim = UUID.randomUUID();
            var filed = new ArrayList<UserId>();
            registration.signUpAfterClaim(new NewAccount(email, PASSWORD), claim, VISITOR, filed::add);
            var request = mailbox.last(ActivationRequested.class);
            assertThat(request.reason()).isEqualTo(ActivationRequested.Reason.CLAIM);
            assertThatThrownBy(() -> registration.activate(request.token(), "le mot de passe du voleur"))
                    .isInstanceOf(WrongPassword.class);
            registration.activate(request.token(), PASSWORD);
            assertThat(mailbox.last(UserActivated.class))
                    .isEqualTo(new UserActivated(SIEGVO, filed.getFirst(), Set.of(claim)));
        });
    }

    @Test
    void whoever_has_an_account_claims_signed_in() {
        TenantContext.runAs(SIEGVO, () -> {
            var user = people.active();
            var filed = new ArrayList<UserId>();
            registration.signUpAfterClaim(
                    new NewAccount(user.email(), PASSWORD), UUID.randomUUID(), VISITOR, filed::add);
            assertThat(filed).isEmpty();
            assertThat(mailbox.last(AccountAlreadyExists.class).user()).isEqualTo(user.userId());
        });
    }

    @Test
    void somebody_who_is_invited_chooses_a_password() {
        TenantContext.runAs(SIEGVO, () -> {
            var email = somebody();
            var claim = UUID.randomUUID();
            registration.invite(email, new PersonName("Mme", "Anne", "Dupont"), claim);
            var request = mailbox.last(ActivationRequested.class);
            assertThat(request.reason()).isEqualTo(ActivationRequested.Reason.INVITATION);
            assertThatThrownBy(() -> registration.activate(request.token(), "court"))
                    .isInstanceOf(PasswordTooShort.class);
            registration.activate(request.token(), PASSWORD);
            assertThat(credentials.signIn(email.value(), PASSWORD, VISITOR).displayName())
                    .isEqualTo("Mme Anne Dupont");
            assertThat(mailbox.last(UserActivated.class).claims()).containsExactly(claim);
        });
    }

    private boolean opens(RawToken link) {
        try {
            registration.activate(link, PASSWORD);
            return true;
        } catch (LinkNoLongerValid tooLate) {
            return false;
        }
    }

    private Duration timeOfSigningUp(EmailAddress email) {
        var start = System.nanoTime();
        registration.signUp(new NewAccount(email, "un autre mot de passe"), VISITOR);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
