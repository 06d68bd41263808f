package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.VatRate;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The VAT of a charge: a rate that water, sewerage and their services have (CGI art. 278 to 279), or none with the mention that says why.
 *
 * @param mention printed on the invoice when there is no VAT ("TVA non applicable, article 293 B du CGI"), else empty
 */
public record Vat(VatRate rate, String mention) {

    private static final VatRate NONE = rate("0");
    private static final Set<VatRate> RATES =
            Stream.of("0", "5.5", "10", "20").map(Vat::rate).collect(Collectors.toSet());

    public Vat {
        if (!RATES.contains(rate)) {
            throw new UnknownVatRate(rate);
        }
        if (rate.equals(NONE) == mention.isBlank()) {
            throw new VatMentionMisplaced(rate);
        }
    }

    public static Vat of(String percent) {
        return new Vat(rate(percent), "");
    }

    /** A rate with what was said of it, which is refused unless it belongs to none. */
    public static Vat of(String percent, String mention) {
        return new Vat(rate(percent), mention);
    }

    public static Vat exempt(String mention) {
        return new Vat(NONE, mention);
    }

    private static VatRate rate(String percent) {
        return new VatRate(new BigDecimal(percent));
    }
}
