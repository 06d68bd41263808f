package fr.ondine.platform.kernel;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** So many of a unit, as an invoice line counts it: 118 m³, 1 year, 2.5 hours. */
public record Quantity(BigDecimal amount, String unit) {

    public static final String CUBIC_METRE = "m³";

    private static final Pattern CUBIC_METRES = Pattern.compile("m3|m(etres?)?cubes?");

    /** Also as software writes it that has no raised figures, and as people do: {@code M3}, {@code mètres cubes}. */
    public boolean isOfCubicMetres() {
        return unit.equals(CUBIC_METRE) || CUBIC_METRES.matcher(folded()).matches();
    }

    private String folded() {
        return Normalizer.normalize(unit, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }
}
