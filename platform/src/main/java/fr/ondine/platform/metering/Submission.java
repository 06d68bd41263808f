package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.tenantconfig.ReadingRules;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A reading that was sent, next to the last one known of the same meter. */
record Submission(MeterToRead place, Volume register) {

    Submission {
        var meter = place.meter();
        var last = place.last();
        if (!meter.register().canShow(register)) {
            throw new ReadingTooLong(meter.dials());
        }
        if (register.compareTo(last.register()) < 0
                && !last.isEstimated()
                && !meter.register().startedAgain(last.register(), register)) {
            throw place.occupancy().covers(last.readOn()) ? new ReadingBelowLast(last) : new ReadingBelowLast();
        }
    }

    /** What ran since the last reading, if all of it ran on the holder's own days. */
    Optional<Volume> ownVolume() {
        return place.occupancy().covers(place.last().readOn()) ? Optional.of(volume()) : Optional.empty();
    }

    /** Compares with the holder's own use where it is known, else with what the place used before. */
    Optional<SubmissionOutcome> doubt(ReadingRules rules, boolean confirmed) {
        var days = ChronoUnit.DAYS.between(place.last().readOn(), place.today());
        var own = place.timeline().during(place.occupancy()).expectedOver(days);
        return own.or(() -> place.timeline().expectedOver(days))
                .flatMap(usual -> doubt(usual, own.flatMap(mine -> told(mine)), rules, confirmed));
    }

    private Optional<ComparedVolumes> told(Volume expected) {
        return ownVolume().map(volume -> new ComparedVolumes(volume, expected));
    }

    private Optional<SubmissionOutcome> doubt(
            Volume expected, Optional<ComparedVolumes> told, ReadingRules rules, boolean confirmed) {
        var doubt = new Plausibility(rules).doubt(volume(), expected);
        if (doubt.filter(Doubt.FAR_ABOVE_USUAL::equals).isPresent()) {
            throw told.map(ReadingImplausible::new).orElseGet(ReadingImplausible::new);
        }
        return doubt.isPresent() && !confirmed
                ? Optional.of(new SubmissionOutcome.NeedsConfirmation(volume().compareTo(expected) > 0, told))
                : Optional.empty();
    }

    private Volume volume() {
        return place.meter().register().advance(place.last().register(), register);
    }
}
