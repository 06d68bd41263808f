package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.tenantconfig.ReadingRules;
import java.time.LocalDate;
import java.util.Optional;

/** A reading that was sent, next to the last one known of the same meter. */
record Submission(MeterInstallation meter, Reading last, Volume register, LocalDate today) {

    private static final int PERCENT = 100;
    /** Under this volume an unusual share means nothing: a day's or an empty flat's use. */
    private static final Volume TOO_LITTLE_TO_JUDGE = Volume.ofCubicMetres(5);

    Submission {
        if (register.compareTo(last.register()) < 0
                && !last.isEstimated()
                && !meter.register().startedAgain(last.register(), register)) {
            throw new ReadingBelowLast(last);
        }
    }

    long days() {
        return Readings.days(last.readOn(), today);
    }

    Volume volume() {
        return meter.register().advance(last.register(), register);
    }

    Optional<SubmissionOutcome> doubt(Volume expected, ReadingRules rules, boolean confirmed) {
        var difference = Math.abs(volume().minus(expected).litres());
        if (difference <= TOO_LITTLE_TO_JUDGE.litres()) {
            return Optional.empty();
        }
        if (exceeds(expected, rules.refuseAbovePercent())) {
            throw new ReadingImplausible(volume(), expected);
        }
        var unusual = exceeds(expected, rules.confirmAbovePercent())
                || volume().litres() * PERCENT < expected.litres() * rules.confirmBelowPercent();
        return unusual && !confirmed
                ? Optional.of(new SubmissionOutcome.NeedsConfirmation(volume(), expected))
                : Optional.empty();
    }

    private boolean exceeds(Volume expected, int percent) {
        return volume().litres() * PERCENT > expected.litres() * percent;
    }
}
