package fr.ondine.platform.tenancy;

import java.util.regex.Pattern;

/**
 * The last guard of the log: our own lines name no person and no secret, but what others say of a failure (a mail server,
 * a library) may.
 */
final class Masking {

    private static final String MASK = "***";

    private static final Pattern ADDRESS = Pattern.compile("[\\w.%+-]+@[\\w-]+(?:\\.[\\w-]+)+");

    private static final Pattern IBAN =
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\\b");

    /** Stripe's and our own keys, by how they begin. */
    private static final Pattern KEY = Pattern.compile("\\b(?:sk_|rk_|whsec_|ondk_)\\w+");

    /** What links and forms carry. */
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)\\b(?:(jeton|token|password|email|iban)=[^&\\s\"']+|(code|state)=[^&\\s\"']{16,})");

    private Masking() {}

    static String mask(String line) {
        var masked = line;
        if (masked.indexOf('@') >= 0) {
            masked = ADDRESS.matcher(masked).replaceAll(MASK);
        }
        if (masked.indexOf('=') >= 0) {
            masked = PARAMETER.matcher(masked).replaceAll("$1$2=" + MASK);
        }
        if (masked.indexOf('_') >= 0) {
            masked = KEY.matcher(masked).replaceAll(MASK);
        }
        return IBAN.matcher(masked).replaceAll(MASK);
    }
}
