package fr.ondine.demo;

import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.operators.Invitations;
import fr.ondine.platform.operators.Operators;
import fr.ondine.platform.operators.Permission;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The demonstration's operator, who comes in as every operator does: by the mailed invitation. */
final class DemoOperator {

    static final String HOST = "console.localhost";

    private static final EmailAddress EMAIL = new EmailAddress("operateur@exemple.fr");

    private final Surroundings surroundings;
    private final Operators operators;
    private final Invitations invitations;
    private final Clock clock = Clock.systemUTC();

    DemoOperator(Surroundings surroundings, Operators operators, Invitations invitations) {
        this.surroundings = surroundings;
        this.operators = operators;
        this.invitations = invitations;
    }

    /** What the demonstration's page tells of the operator; nothing before the account is open. */
    static @Nullable Shown shown(Surroundings surroundings) {
        var state = surroundings.state();
        var key = state.operatorKey();
        if (key.isEmpty()) {
            return null;
        }
        var factor = new SecondFactor(EMAIL.value(), key.get());
        return new Shown(
                surroundings.settings().origin(HOST),
                EMAIL.value(),
                state.operatorPassword(),
                factor.codeAt(Clock.systemUTC().instant()),
                factor.uri());
    }

    void comeIn() throws InterruptedException {
        var state = surroundings.state();
        if (state.operatorKey().isPresent()) {
            return;
        }
        var before = surroundings.mails().to(EMAIL.value()).size();
        operators.inviteFromOutside("operator:demonstration", EMAIL, "Camille Durand", Permission.ADMINISTER);
        var link = new InvitedByMail(surroundings, EMAIL).link(before);
        var factor = invitations.look(link).orElseThrow().factor();
        // the code of the step before, so that the one that the page shows is still good
        var code = factor.codeAt(clock.instant().minusSeconds(30));
        invitations.accept(link, state.operatorPassword(), factor, code);
        state.keepOperatorKey(factor.key());
    }

    record Shown(String origin, String email, String password, String code, String uri) {}
}
