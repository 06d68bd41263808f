package fr.ondine.platform.identity;

import static fr.ondine.platform.identity.People.PASSWORD;
import static fr.ondine.platform.identity.People.somebody;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.AnswerTimes;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether an address has an account is told by no answer's time: of many answers, which are compared. */
@IdentityTest
@Tag("long") // a busy machine would make it a matter of luck
class KnownAddressTimeTests {

    /** Each is asked about three times at most, which an hour allows. */
    private static final int KNOWN = 15;

    @Autowired
    People people;

    @Autowired
    Credentials credentials;

    @Autowired
    Registration registration;

    @Autowired
    FranceConnectAccounts franceConnect;

    @Test
    void a_refused_password_takes_as_long_for_nobodys_address() {
        compare((email, from) -> assertThatThrownBy(
                        () -> credentials.signIn(email.value(), "un mot de passe faux", from))
                .isInstanceOf(SignInRefused.class));
    }

    @Test
    void a_forgotten_password_takes_as_long_for_nobodys_address() {
        compare(credentials::requestReset);
    }

    @Test
    void a_sign_up_takes_as_long_for_a_known_address() {
        compare((email, from) -> registration.signUp(new NewAccount(email, PASSWORD), from));
    }

    @Test
    void a_sign_up_by_franceconnect_takes_as_long_for_a_known_address() {
        var issuer = "https://fc.example";
        compare((email, from) -> franceConnect.signUp(
                new ProvenIdentity(issuer, email.value(), "Anne", "Dupont", email.value()), email, from));
    }

    @Test
    void a_link_to_be_sent_again_takes_as_long_for_nobodys_address() {
        compare(registration::resend);
    }

    private void compare(BiConsumer<EmailAddress, Visitor> ask) {
        TenantContext.runAs(SIEGVO, () -> {
            List<EmailAddress> known =
                    Stream.generate(() -> people.active().email()).limit(KNOWN).toList();
            AnswerTimes.assertAlike(
                    round -> ask.accept(known.get(round % KNOWN), from(1, round)),
                    round -> ask.accept(somebody(), from(2, round)));
        });
    }

    private static Visitor from(int network, int place) {
        return new Visitor("10.78." + network + "." + place);
    }
}
