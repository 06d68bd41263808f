package fr.ondine.demo.data;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A line of a tariff: a monthly standing charge or a price per cubic metre. */
record Charge(String section, String label, String unit, BigDecimal price, BigDecimal vatRate) {

    /** What an invoice shows for a charge. */
    record Line(Charge charge, BigDecimal quantity, BigDecimal net) {

        Line negated() {
            return new Line(charge, quantity.negate(), net.negate());
        }
    }

    boolean isStanding() {
        return unit.equals("mois");
    }

    /** Rounded half up to the cent, line by line. */
    Line times(long amount) {
        var quantity = BigDecimal.valueOf(amount);
        return new Line(this, quantity, quantity.multiply(price).setScale(2, RoundingMode.HALF_UP));
    }

    Charge indexedTo(int year) {
        var index = BigDecimal.valueOf(100 + 3L * (year - 2023), 2);
        return new Charge(section, label, unit, price.multiply(index).setScale(4, RoundingMode.HALF_UP), vatRate);
    }
}
