package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.platform.identity.People.somebody;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A stranger who asks for an account with somebody's address takes nothing of theirs away, and gains nothing by it. */
@IdentityTest
class ApplicationsOfOthersTests {

    private static final String STRANGERS = "le mot de passe du voleur";
    private static final String FRESH = "la rivière coule encore";

    private final EmailAddress email = somebody();
    private final UUID claim = UUID.randomUUID();

    @Autowired
    Registration registration;

    @Autowired
    Credentials credentials;

    @Autowired
    Mailbox mailbox;

    @Autowired
    TenantClock clock;

    @BeforeEach
    void emptied() {
        mailbox.empty();
    }

    @Test
    void who_has_their_own_link_sent_again_gets_it_and_not_the_strangers() {
        TenantContext.runAs(SIEGVO, () -> {
            var own = claimed();
            strangerAsks();

            registration.resend(email, own.as(), VISITOR);

            var link = mailbox.last(ActivationRequested.class);
            assertThat(link.reason()).isEqualTo(ActivationRequested.Reason.CLAIM);
            assertThatThrownBy(() -> registration.activate(link.token(), STRANGERS))
                    .isInstanceOf(WrongPassword.class);
            registration.activate(link.token(), PASSWORD);
            assertThat(mailbox.last(UserActivated.class).claims()).containsExactly(claim);
        });
    }

    @Test
    void so_does_who_comes_with_a_link_that_has_expired() {
        TenantContext.runAs(SIEGVO, () -> {
            claimed();
            var link = mailbox.last(ActivationRequested.class).token();
            strangerAsks();
            var later = Duration.ofDays(2);
            clock.advance(later);
            try {
                assertThat(registration.activation(link)).isEmpty();
                registration.resend(email, link, VISITOR);
                registration.activate(mailbox.last(ActivationRequested.class).token(), PASSWORD);
            } finally {
                clock.advance(later.negated());
            }
            assertThat(mailbox.last(UserActivated.class).claims()).containsExactly(claim);
        });
    }

    @Test
    void a_stranger_has_their_own_sent_again_too_and_its_owner_never_opens_it_by_it() {
        TenantContext.runAs(SIEGVO, () -> {
            claimed();
            var theirs = strangerAsks();

            registration.resend(email, theirs.as(), VISITOR);

            var link = mailbox.last(ActivationRequested.class).token();
            assertThatThrownBy(() -> registration.activate(link, PASSWORD)).isInstanceOf(WrongPassword.class);
        });
    }

    @Test
    void what_nobody_asked_for_any_more_leads_to_the_last_that_was() {
        TenantContext.runAs(SIEGVO, () -> {
            claimed();

            registration.resend(email, ApplicationId.fresh(), VISITOR);
            assertThat(mailbox.all(ActivationRequested.class)).hasSize(2);
            registration.resend(email, new RawToken("nobody's"), VISITOR);
            assertThat(mailbox.all(ActivationRequested.class)).hasSize(3);

            registration.activate(mailbox.last(ActivationRequested.class).token(), PASSWORD);
            assertThat(mailbox.last(UserActivated.class).claims()).containsExactly(claim);
        });
    }

    @Test
    void who_chooses_a_password_by_mail_keeps_the_claim_that_was_proven_and_their_name() {
        TenantContext.runAs(SIEGVO, () -> {
            claimed();
            strangerAsks();

            credentials.requestReset(email, VISITOR);
            credentials.reset(mailbox.last(PasswordResetRequested.class).token(), FRESH);

            assertThat(mailbox.last(UserActivated.class).claims()).containsExactly(claim);
            assertThat(credentials.signIn(email.value(), FRESH, VISITOR).displayName())
                    .isEqualTo("Mme Anne Dupont");
            assertThatThrownBy(() -> credentials.signIn(email.value(), STRANGERS, VISITOR))
                    .isInstanceOf(SignInRefused.class);
            assertThatThrownBy(() -> credentials.signIn(email.value(), PASSWORD, VISITOR))
                    .isInstanceOf(SignInRefused.class);
            assertThat(mailbox.all(ActivationRequested.class))
                    .as("no link that was sent before opens anything")
                    .allMatch(link -> registration.activation(link.token()).isEmpty());
        });
    }

    private NewAccount claimed() {
        var wanted = new NewAccount(email, PASSWORD, new PersonName("Mme", "Anne", "Dupont"));
        registration.signUpAfterClaim(wanted, claim, VISITOR, filed -> {});
        return wanted;
    }

    private NewAccount strangerAsks() {
        clock.advance(Duration.ofSeconds(1));
        var wanted = new NewAccount(email, STRANGERS, new PersonName(null, "Un", "Autre"));
        registration.signUp(wanted, VISITOR);
        return wanted;
    }
}
