package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import java.util.List;

/**
 * What a meter showed at both ends of what an invoice billed of it (ancien et nouvel index), as it was known that day.
 *
 * @param from the day of the reading before
 * @param until the day of the reading after
 * @param isEstimated whether the reading after is an estimate
 */
public record BilledMeter(
        String serial, LocalDate from, Volume before, LocalDate until, Volume after, Volume used, boolean isEstimated) {

    static BilledMeter of(BilledReadings readings) {
        var previous = readings.previous();
        var current = readings.current();
        return new BilledMeter(
                current.meterSerial(),
                previous.readOn(),
                previous.register(),
                current.readOn(),
                current.register(),
                current.register().minus(previous.register()),
                current.isEstimated());
    }

    public Period days() {
        return new Period(from, until);
    }

    /** Whether the register went through zero meanwhile, so that the difference is not what was used. */
    public boolean isRolledOver() {
        return !after.minus(before).equals(used);
    }

    /** Whether one of them went on where another was taken away. */
    static boolean isReplaced(List<BilledMeter> meters) {
        return meters.stream()
                .anyMatch(old -> meters.stream()
                        .anyMatch(next -> next.from.equals(old.until) && !next.serial.equals(old.serial)));
    }
}
