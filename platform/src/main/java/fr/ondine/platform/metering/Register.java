package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;

/** The counting wheels of a meter: {@code dials} black digits of whole cubic metres that start again from zero. */
record Register(int dials) {

    /** A register is near its end in its last tenth, and has just started again in its first. */
    private static final int NEAR = 10;

    /** The volume after which the register shows zero again. */
    Volume capacity() {
        return Volume.ofCubicMetres(Math.powExact(10L, dials));
    }

    boolean canShow(Volume register) {
        return register.litres() >= 0 && register.compareTo(capacity()) < 0;
    }

    boolean startedAgain(Volume before, Volume after) {
        var tenth = capacity().litres() / NEAR;
        return after.litres() < tenth && before.litres() >= capacity().litres() - tenth;
    }

    /** What ran through between two readings; negative when the first was too high and the wheels did not start again. */
    Volume advance(Volume before, Volume after) {
        var difference = after.minus(before);
        return startedAgain(before, after) ? difference.plus(capacity()) : difference;
    }
}
