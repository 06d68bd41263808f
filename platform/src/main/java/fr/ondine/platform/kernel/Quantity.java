package fr.ondine.platform.kernel;

import java.math.BigDecimal;

/** So many of a unit, as an invoice line counts it: 118 m³, 1 year, 2.5 hours. */
public record Quantity(BigDecimal amount, String unit) {

    public static final String CUBIC_METRE = "m³";

    /** Also as software writes it that has no raised figures. */
    public boolean isOfCubicMetres() {
        return unit.equals(CUBIC_METRE) || unit.equalsIgnoreCase("m3");
    }
}
