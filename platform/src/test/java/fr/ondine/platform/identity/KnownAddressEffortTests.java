package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.VISITOR;
import static fr.ondine.platform.identity.People.somebody;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.testing.Effort;
import fr.ondine.testing.StatementCount;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether an address has an account is told by no answer's cost: counted, where {@link KnownAddressTimeTests} measures. */
@IdentityTest
class KnownAddressEffortTests {

    @Autowired
    People people;

    @Autowired
    Credentials credentials;

    @Autowired
    Registration registration;

    @Autowired
    FranceConnectAccounts franceConnect;

    @Autowired
    Mailbox mailbox;

    @Autowired
    IdentitySettings settings;

    @Autowired
    StatementCount statements;

    private EmailAddress known;
    private EmailAddress waiting;
    private EmailAddress withoutPassword;

    @BeforeEach
    void people_of_each_kind() {
        TenantContext.runAs(SIEGVO, () -> {
            known = people.active().email();
            waiting = somebody();
            people.signedUp(waiting);
            withoutPassword = somebody();
            opened(withoutPassword);
        });
    }

    @Test
    void a_refused_password_costs_one_hash_and_as_many_statements_for_nobodys_address() {
        TenantContext.runAs(SIEGVO, () -> {
            var refused = effort(() -> refuse(known.value()));

            assertThat(refused.hashes()).isOne();
            assertThat(effort(() -> refuse(somebody().value()))).as("nobody's").isEqualTo(refused);
            assertThat(effort(() -> refuse(waiting.value())))
                    .as("not activated")
                    .isEqualTo(refused);
            assertThat(effort(() -> refuse(withoutPassword.value())))
                    .as("opened by FranceConnect alone")
                    .isEqualTo(refused);
            assertThat(effort(() -> refuse("no address")).hashes()).isOne();
        });
    }

    @Test
    void a_forgotten_password_costs_no_hash_and_never_less_time_than_all_do() {
        assertAlike(0, email -> credentials.requestReset(email, VISITOR));
    }

    @Test
    void a_sign_up_costs_one_hash_and_one_mail_for_a_known_address_too() {
        Consumer<EmailAddress> signUp = email -> registration.signUp(new NewAccount(email, PASSWORD), VISITOR);

        assertAlike(1, signUp);
        assertOneMail(signUp);
    }

    @Test
    void a_sign_up_by_franceconnect_costs_no_hash_and_one_mail_for_a_known_address_too() {
        Consumer<EmailAddress> signUp = email -> franceConnect.signUp(proven(email), email, VISITOR);

        assertAlike(0, signUp);
        assertOneMail(signUp);
    }

    @Test
    void a_link_to_be_sent_again_costs_no_hash_and_never_less_time_than_all_do() {
        assertAlike(0, email -> registration.resend(email, VISITOR));
    }

    /** What differs in statements and mails is hidden by the least time that each answer takes. */
    private void assertAlike(int hashes, Consumer<EmailAddress> ask) {
        TenantContext.runAs(SIEGVO, () -> {
            for (var email : new EmailAddress[] {known, waiting, somebody()}) {
                var start = System.nanoTime();
                assertThat(effort(() -> ask.accept(email)).hashes()).isEqualTo(hashes);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(settings.leastAnswer());
            }
        });
    }

    private void assertOneMail(Consumer<EmailAddress> ask) {
        TenantContext.runAs(SIEGVO, () -> {
            for (var email : new EmailAddress[] {known, somebody()}) {
                mailbox.empty();
                ask.accept(email);
                assertThat(mailbox.all(TenantEvent.class)).hasSize(1);
            }
        });
    }

    private Effort effort(Runnable work) {
        return Effort.of(work, statements);
    }

    private void refuse(String email) {
        assertThatThrownBy(() -> credentials.signIn(email, "un mot de passe faux", VISITOR))
                .isInstanceOf(SignInRefused.class);
    }

    private void opened(EmailAddress email) {
        franceConnect.signUp(proven(email), email, VISITOR);
        franceConnect.confirm(mailbox.last(ActivationRequested.class).token(), proven(email));
    }

    private static ProvenIdentity proven(EmailAddress email) {
        return new ProvenIdentity("https://fc.example", email.value(), "Anne", "Dupont", email.value());
    }
}
