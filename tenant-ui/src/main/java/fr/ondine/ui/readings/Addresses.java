package fr.ondine.ui.readings;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.metering.ReadingId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where the pages about readings are, and what their addresses say. */
final class Addresses {

    static final String HOME = "gestion/releves";
    static final String CONTRACT = HOME + "/contrat";
    static final String EXCHANGE = HOME + "/compteur";
    static final String UNREAD = HOME + "/sans-releve";
    static final String WHICH = "releve";
    static final String READING = HOME + "/:" + WHICH;
    static final String AGREEMENT = "contrat";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Addresses() {}

    static String contract(AgreementId agreement) {
        return "/" + CONTRACT + "?" + AGREEMENT + "=" + agreement.value();
    }

    static String exchange(AgreementId agreement) {
        return "/" + EXCHANGE + "?" + AGREEMENT + "=" + agreement.value();
    }

    static String reading(ReadingId reading) {
        return "/" + HOME + "/" + reading.value();
    }

    /** What an address names; nothing when it is no identifier. */
    static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
