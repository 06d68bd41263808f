package fr.ondine.platform.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A rate of value added tax (TVA) in percent; the same rate is equal however many zeros it is written with. */
public record VatRate(BigDecimal percent) implements Comparable<VatRate> {

    public VatRate {
        percent = percent.stripTrailingZeros();
    }

    /** The tax on the net sum of all lines of this rate, as EN 16931 says: never on each line. */
    public Money on(Money net, RoundingMode mode) {
        return new UnitPrice(percent.movePointLeft(2), net.currency()).times(net.amount(), mode);
    }

    @Override
    public int compareTo(VatRate other) {
        return percent.compareTo(other.percent);
    }
}
