package fr.ondine.platform.leaks;

import fr.ondine.platform.kernel.Volume;

/**
 * What is billed of a use when a leak was behind it (écrêtement).
 *
 * @param water and, as they follow it, the sums of the water agency
 * @param sewerage what ran out of a leak did not go down the drain
 */
record Relief(Volume used, Volume water, Volume sewerage) {

    private static final int TWICE = 2;

    /** A certificate in time: water up to twice the mean (L2224-12-4 III bis), sewerage without the leak (R2224-19-2). */
    static Relief certified(Volume used, Volume mean) {
        return isAbnormal(used, mean) ? new Relief(used, twice(mean), mean) : none(used);
    }

    /** The subscriber was not told with the invoice at the latest: nothing above twice the mean is due, without proof. */
    static Relief withoutNotice(Volume used, Volume mean) {
        return isAbnormal(used, mean) ? new Relief(used, twice(mean), twice(mean)) : none(used);
    }

    static Relief none(Volume used) {
        return new Relief(used, used, used);
    }

    private static boolean isAbnormal(Volume used, Volume mean) {
        return used.compareTo(twice(mean)) > 0;
    }

    private static Volume twice(Volume mean) {
        return new Volume(Math.multiplyExact(mean.litres(), TWICE));
    }
}
