package fr.ondine.platform.kernel;

import java.math.BigDecimal;

/** A number that a price is multiplied with, such as the modulation of a levy; equal however many zeros it is written with. */
public record Coefficient(BigDecimal value) {

    public static final Coefficient ONE = new Coefficient(BigDecimal.ONE);

    public Coefficient {
        value = value.stripTrailingZeros();
    }

    public static Coefficient of(String value) {
        return new Coefficient(new BigDecimal(value));
    }
}
