package fr.ondine.testing;

import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.operators.CurrentOperator;
import fr.ondine.platform.operators.Invitations;
import fr.ondine.platform.operators.OperatorSignIn;
import fr.ondine.platform.operators.Operators;
import fr.ondine.platform.operators.Permission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.BeanFactory;

/** Operators who came in as every operator does: invited, with a password and a second factor of their own. */
public record TestOperators(BeanFactory beans) {

    public static final String PASSWORD = "quatre hérons cendrés";

    private static final Instant LONG_AHEAD = Instant.parse("2999-01-01T00:00:00Z");

    private static final long STEP_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** An operator at work, with a code left for each of two sign-ins at once. */
    public Known come(Permission permission) {
        var email = new EmailAddress("o" + UUID.randomUUID().toString().substring(0, 8) + "@exploitant.fr");
        beans.getBean(Operators.class).inviteFromOutside("operator:test", email, "Anne Martin", permission);
        return accept(email.value(), 1);
    }

    /** Accepts the last of so many invitations that were mailed there. */
    public Known accept(String email, int mails) {
        Awaitility.await().atMost(PATIENCE).until(() -> invitations(email).size() >= mails);
        var link = token(invitations(email).getLast());
        var invitations = beans.getBean(Invitations.class);
        var factor = invitations.look(link).orElseThrow().factor();
        var codes = invitations.accept(link, PASSWORD, factor, factor.codeAt(now().minusSeconds(STEP_SECONDS)));
        return new Known(email, factor, codes);
    }

    /** The same, signed in, and proven whatever the clock of a test says. */
    public CurrentOperator signedIn(Permission permission) {
        return signIn(come(permission)).provenAt(LONG_AHEAD);
    }

    public CurrentOperator signIn(Known known) {
        var door = beans.getBean(OperatorSignIn.class);
        return door.code(
                door.password(known.email(), PASSWORD, "192.0.2.1"),
                known.factor().codeAt(now()));
    }

    public static RawToken invitation(EmailAddress email) {
        return token(CaughtMails.shared().await(email.value()));
    }

    private static List<CaughtMail> invitations(String email) {
        return CaughtMails.shared().to(email).stream()
                .map(CaughtMail::new)
                .filter(mail -> mail.plain().contains("/console/invitation"))
                .toList();
    }

    private static RawToken token(CaughtMail invitation) {
        return new RawToken(invitation.link().getQuery().replace("jeton=", ""));
    }

    private Instant now() {
        return beans.getBean(Clock.class).instant();
    }

    public record Known(String email, SecondFactor factor, List<String> recoveryCodes) {}
}
