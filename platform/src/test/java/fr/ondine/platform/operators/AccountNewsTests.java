package fr.ondine.platform.operators;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.testing.CaughtMail;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.TestOperators;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Operators are told by mail what changed in their own account. */
@PlatformTest
class AccountNewsTests {

    @Autowired
    BeanFactory beans;

    @Autowired
    OperatorCredentials credentials;

    @Autowired
    OperatorKeys keys;

    @Autowired
    Clock clock;

    private CurrentOperator anne;

    @BeforeEach
    void an_operator() {
        anne = new TestOperators(beans).signedIn(Permission.OPERATE);
    }

    @Test
    void of_another_password() {
        credentials.changePassword(anne, TestOperators.PASSWORD, "huit bergeronnettes");

        var mail = mail("mot de passe");
        assertThat(mail.plain()).contains("Bonjour Anne Martin", "console.localhost", "administrateur");
        assertThat(mail.html()).contains("console.localhost").doesNotContain("{");
        assertThat(mail.message().toString() + mail.plain() + mail.html()).doesNotContain("bergeronnettes");
    }

    @Test
    void of_another_second_factor() {
        var factor = credentials.freshFactor(anne);

        credentials.changeFactor(anne, TestOperators.PASSWORD, factor, factor.codeAt(clock.instant()));

        assertThat(mail("second facteur").plain()).doesNotContain(factor.key());
    }

    @Test
    void of_a_new_key_but_not_the_key() {
        var wish = new KeyWish("nightly", Permission.VIEW, Duration.ofDays(1));

        var key = keys.create(anne, wish, TestOperators.PASSWORD);

        assertThat(mail("clé d'accès").plain()).doesNotContain(key);
    }

    private CaughtMail mail(String subject) {
        return CaughtMails.shared()
                .await(anne.email(), caught -> caught.subject().contains(subject));
    }
}
