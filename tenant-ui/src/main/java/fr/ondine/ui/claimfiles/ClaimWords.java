package fr.ondine.ui.claimfiles;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.customers.ClaimRefusal;
import fr.ondine.platform.customers.WaitingClaim;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How claims are written for whoever decides them. */
final class ClaimWords {

    private ClaimWords() {}

    static String say(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }

    /** The proofs that were given, one after the other. */
    static String given(WaitingClaim claim) {
        return Arrays.stream(claim.proof().split("\\+"))
                .map(proof -> say("claimfiles.proof." + code(proof)))
                .collect(Collectors.joining(", "));
    }

    static String reason(ClaimRefusal why) {
        return say("claimfiles.refusal." + code(why.name()));
    }

    private static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
