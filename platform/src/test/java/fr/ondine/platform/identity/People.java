package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** People who have, or want, an account; each has a mailbox of their own. */
@TestComponent
class People {

    static final String PASSWORD = "trois chevaux gris";
    static final Visitor VISITOR = new Visitor("192.0.2.7");

    private final Registration registration;
    private final Credentials credentials;
    private final Mailbox mailbox;

    People(Registration registration, Credentials credentials, Mailbox mailbox) {
        this.registration = registration;
        this.credentials = credentials;
        this.mailbox = mailbox;
    }

    static EmailAddress somebody() {
        return new EmailAddress("p" + UUID.randomUUID().toString().substring(0, 12) + "@exemple.fr");
    }

    RawToken signedUp(EmailAddress email) {
        registration.signUp(new NewAccount(email, PASSWORD), VISITOR);
        return mailbox.last(ActivationRequested.class).token();
    }

    CurrentUser active(EmailAddress email) {
        registration.activate(signedUp(email), PASSWORD);
        return credentials.signIn(email.value(), PASSWORD, VISITOR);
    }

    CurrentUser active() {
        return active(somebody());
    }
}
