package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Volume;
import java.math.BigInteger;

/**
 * How much of the bounds of a year is compared with a use: all of it, or a share of days, once for each dwelling.
 *
 * @param parts of {@code whole}
 */
record TierCount(BigInteger parts, BigInteger whole) {

    static TierCount of(long parts, long whole) {
        return new TierCount(BigInteger.valueOf(parts), BigInteger.valueOf(whole));
    }

    TierCount plus(TierCount other) {
        return new TierCount(parts.multiply(other.whole).add(other.parts.multiply(whole)), whole.multiply(other.whole));
    }

    /** The bound in whole litres; the litre in which it falls is of the tier above. */
    Volume of(Volume bound) {
        return new Volume(
                BigInteger.valueOf(bound.litres()).multiply(parts).divide(whole).longValueExact());
    }
}
