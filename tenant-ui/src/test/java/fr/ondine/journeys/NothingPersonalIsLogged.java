package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.testing.LoggedLines;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Whatever a journey does, no line says who it was, nor what they typed or were sent. */
final class NothingPersonalIsLogged implements BeforeEachCallback, AfterEachCallback {

    /** Addresses, IBANs, keys of claims and of providers, passwords and tokens, as our tests have them. */
    static final Pattern PERSONAL = Pattern.compile("[\\w.+-]+(?:@|%40)[\\w-]+\\.[a-z]+"
            + "|\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){4,}"
            + "|K7M2|k7m2|trois chevaux|trois\\+chevaux|Durand|Morel"
            + "|sk_test_|whsec_|(?:jeton|password)=");

    private static final ExtensionContext.Namespace OURS =
            ExtensionContext.Namespace.create(NothingPersonalIsLogged.class);

    @Override
    public void beforeEach(ExtensionContext test) {
        var environment = SpringExtension.getApplicationContext(test).getEnvironment();
        test.getStore(OURS).put("lines", LoggedLines.of("ecs", environment));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        try (var lines = test.getStore(OURS).remove("lines", LoggedLines.class)) {
            assertThat(personal(lines.said())).isEmpty();
        }
    }

    static List<String> personal(List<String> lines) {
        return lines.stream().filter(PERSONAL.asPredicate()).toList();
    }
}
