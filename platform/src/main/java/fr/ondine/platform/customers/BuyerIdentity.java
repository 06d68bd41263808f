package fr.ondine.platform.customers;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a holder who is no household is known by to tax offices and to those who pay for it; blank is what is not known.
 *
 * @param siren of the organisation, nine digits
 * @param siret of its place that buys, fourteen digits
 * @param service that an invoice is for (code service of Chorus Pro)
 * @param commitment that it is paid from (numéro d'engagement)
 */
public record BuyerIdentity(
        BuyerKind kind, String siren, String siret, String vatNumber, String service, String commitment) {

    /** A household, of which an invoice says nothing of the kind. */
    public static final BuyerIdentity HOUSEHOLD = new BuyerIdentity(BuyerKind.CONSUMER, "", "", "", "", "");

    private static final int SIREN = 9;

    public BuyerIdentity {
        siren = joined(siren);
        siret = joined(siret);
        vatNumber = joined(vatNumber).toUpperCase(Locale.ROOT);
        service = service.strip();
        commitment = commitment.strip();
    }

    /** As the place says it where nobody else does. */
    public String organisation() {
        return siren.isEmpty() && siret.length() > SIREN ? siret.substring(0, SIREN) : siren;
    }

    public boolean isConsumer() {
        return kind == BuyerKind.CONSUMER;
    }

    /** Whether there is nothing to know it by. */
    public boolean isUnnumbered() {
        return (siren + siret + vatNumber + service + commitment).isEmpty();
    }

    private static String joined(String number) {
        return number.replaceAll("[\\s\\u00a0\\u202f]", "");
    }

    static String known(@Nullable String text) {
        return text == null ? "" : text;
    }
}
