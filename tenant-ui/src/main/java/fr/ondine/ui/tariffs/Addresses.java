package fr.ondine.ui.tariffs;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.tariffs.ChargeKind;
import fr.ondine.platform.tariffs.VersionId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where the pages about tariffs are, and what their addresses say. */
final class Addresses {

    static final String HOME = "gestion/tarifs";
    static final String VERSION = HOME + "/version";
    static final String CHARGE = HOME + "/prix";
    static final String TRIAL = HOME + "/essai";
    static final String RULES = HOME + "/regles";

    static final String WHICH = "version";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Addresses() {}

    static String version(VersionId version) {
        return "/" + VERSION + of(version);
    }

    static String charge(VersionId version, String code) {
        return "/" + CHARGE + of(version) + "&prix=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    }

    static String charge(VersionId version, ChargeKind kind) {
        return "/" + CHARGE + of(version) + "&nature=" + kind.name().toLowerCase(Locale.ROOT);
    }

    static String trial(VersionId version) {
        return "/" + TRIAL + of(version);
    }

    static String trial(VersionId version, AgreementId agreement) {
        return trial(version) + "&contrat=" + agreement.value();
    }

    /** What an address names; nothing when it is no identifier. */
    static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static String of(VersionId version) {
        return "?" + WHICH + "=" + version.value();
    }
}
