package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.tenantconfig.ReadingRules;
import java.util.Optional;

/** How far from the usual volume the utility lets a reading be before it is doubted. */
record Plausibility(ReadingRules rules) {

    private static final int PERCENT = 100;

    /** Under this volume an unusual share means nothing: a day's or an empty flat's use. */
    static final Volume TOO_LITTLE_TO_JUDGE = Volume.ofCubicMetres(5);

    Optional<Doubt> doubt(Volume volume, Volume usual) {
        if (Math.abs(volume.minus(usual).litres()) <= TOO_LITTLE_TO_JUDGE.litres()) {
            return Optional.empty();
        }
        if (exceeds(volume, usual, rules.refuseAbovePercent())) {
            return Optional.of(Doubt.FAR_ABOVE_USUAL);
        }
        if (exceeds(volume, usual, rules.confirmAbovePercent())) {
            return Optional.of(Doubt.ABOVE_USUAL);
        }
        return volume.litres() * PERCENT < usual.litres() * rules.confirmBelowPercent()
                ? Optional.of(Doubt.BELOW_USUAL)
                : Optional.empty();
    }

    private static boolean exceeds(Volume volume, Volume usual, int percent) {
        return volume.litres() * PERCENT > usual.litres() * percent;
    }
}
