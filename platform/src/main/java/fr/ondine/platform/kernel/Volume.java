package fr.ondine.platform.kernel;

import java.math.BigDecimal;

/** A volume of water in whole litres; what a person reads and pays is in cubic metres. */
public record Volume(long litres) implements Comparable<Volume> {

    private static final long LITRES_PER_CUBIC_METRE = 1000;

    public static Volume ofCubicMetres(long cubicMetres) {
        return new Volume(Math.multiplyExact(cubicMetres, LITRES_PER_CUBIC_METRE));
    }

    /** Of cubic metres to the litre; a part of a litre is refused. */
    public static Volume ofCubicMetres(BigDecimal cubicMetres) {
        return new Volume(cubicMetres.movePointRight(3).longValueExact());
    }

    public BigDecimal cubicMetres() {
        return BigDecimal.valueOf(litres, 3);
    }

    /** The black digits of a meter: litres are dropped, never rounded up. */
    public long wholeCubicMetres() {
        return Math.floorDiv(litres, LITRES_PER_CUBIC_METRE);
    }

    public Volume plus(Volume other) {
        return new Volume(Math.addExact(litres, other.litres));
    }

    public Volume minus(Volume other) {
        return new Volume(Math.subtractExact(litres, other.litres));
    }

    /** So much of it as a part is of a whole, to the nearest litre. */
    public Volume share(long part, long whole) {
        return new Volume(Math.floorDiv(2 * litres * part + whole, 2 * whole));
    }

    @Override
    public int compareTo(Volume other) {
        return Long.compare(litres, other.litres);
    }
}
