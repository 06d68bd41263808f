package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.network.ServicePointId;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the readings that subscribers send: today's black digits of the meter that is in place. */
@Service
@Transactional
public class Readings {

    private final Meters meters;
    private final Tenants tenants;
    private final Clock clock;

    Readings(Meters meters, Tenants tenants, Clock clock) {
        this.meters = meters;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * Keeps the reading, asks for it a second time when its volume is unusual, or refuses it.
     *
     * @param register the black digits, in whole cubic metres
     * @param confirmed whether the person typed the same digits again after being asked
     * @throws ReadingBelowLast if it is below the last one and the wheels cannot have started again
     * @throws ReadingImplausible if its volume is beyond what the utility accepts without seeing the meter
     */
    public SubmissionOutcome submit(ServicePointId point, UUID submittedBy, Volume register, boolean confirmed) {
        var installations = meters.installedAt(point);
        var meter = installations.stream()
                .filter(MeterInstallation::isInPlace)
                .reduce((one, later) -> later)
                .orElseThrow(NoMeterInPlace::new);
        if (!meter.register().canShow(register)) {
            throw new ReadingTooLong(meter.dials());
        }
        var today = LocalDate.now(clock);
        var known = meters.readingsAt(point).stream()
                .filter(reading -> !isReplaced(reading, meter, today))
                .toList();
        var check = new Submission(meter, last(meter, known), register, today);
        var expected = Timeline.of(installations, known).expectedOver(check.days());
        var doubt =
                expected.flatMap(usual -> check.doubt(usual, tenants.current().readings(), confirmed));
        return doubt.orElseGet(() -> keep(check, submittedBy));
    }

    private SubmissionOutcome keep(Submission submission, UUID submittedBy) {
        var reading = new Reading(
                submission.meter().serial(),
                submission.today(),
                submission.register(),
                ReadingSource.CUSTOMER,
                ReadingQuality.ACTUAL);
        meters.keep(
                submission.meter().meterId(),
                reading,
                submittedBy,
                clock.instant().atOffset(ZoneOffset.UTC));
        return new SubmissionOutcome.Accepted(reading, submission.volume());
    }

    /** A reading that the subscriber already sent today is corrected by this one, so it is not compared with it. */
    private static boolean isReplaced(Reading reading, MeterInstallation meter, LocalDate today) {
        return reading.source() == ReadingSource.CUSTOMER
                && reading.readOn().equals(today)
                && reading.meterSerial().equals(meter.serial());
    }

    private static Reading last(MeterInstallation meter, List<Reading> readings) {
        return readings.stream()
                .filter(reading -> reading.meterSerial().equals(meter.serial()))
                .max(Comparator.comparing(Reading::readOn).thenComparing(Reading::source, Comparator.reverseOrder()))
                .orElseGet(() -> new Reading(
                        meter.serial(),
                        meter.installedOn(),
                        meter.installRegister(),
                        ReadingSource.AGENT,
                        ReadingQuality.ACTUAL));
    }

    static long days(LocalDate from, LocalDate until) {
        return ChronoUnit.DAYS.between(from, until);
    }
}
