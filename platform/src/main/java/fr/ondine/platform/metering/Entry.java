package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Volume;
import fr.ondine.tenantconfig.ReadingRules;
import java.time.LocalDate;
import java.util.Comparator;

/** A reading that staff typed and that can be, beside what is known of its meter. */
record Entry(MeterInstallation meter, Reading reading, Judgement judgement) {

    static Entry of(ReadPlace place, NewReading typed, LocalDate today, ReadingRules rules) {
        var day = day(typed, today);
        var meter = place.on(day).orElseThrow(() -> ReadingRefused.withoutMeter(day));
        place.billed()
                .until(meter.serial())
                .filter(until -> !day.isAfter(until))
                .ifPresent(until -> {
                    throw ReadingRefused.billed(until);
                });
        var reading = new Reading(meter.serial(), day, register(typed, meter), typed.source(), ReadingQuality.ACTUAL);
        var readings = place.readings();
        var judgement = Judgement.of(reading, meter, place.meters(), readings, rules);
        requirePossible(place, meter, reading, judgement);
        return new Entry(meter, reading, judgement);
    }

    private static LocalDate day(NewReading typed, LocalDate today) {
        var day = typed.day();
        if (day == null) {
            throw ReadingRefused.withoutDay();
        }
        if (day.isAfter(today)) {
            throw ReadingRefused.inFuture(today);
        }
        return day;
    }

    private static Volume register(NewReading typed, MeterInstallation meter) {
        var register = TypedRegister.of(typed.register());
        if (!meter.register().canShow(register)) {
            throw ReadingRefused.tooLong(meter.dials());
        }
        return register;
    }

    private static void requirePossible(
            ReadPlace place, MeterInstallation meter, Reading reading, Judgement judgement) {
        if (judgement.doubt().filter(Doubt.BELOW_LAST::equals).isPresent()) {
            throw place.billed().includes(judgement.before())
                    ? ReadingRefused.belowBilled(judgement.before())
                    : ReadingRefused.belowLast(judgement.before());
        }
        Timeline.best(meter, place.readings()).stream()
                .filter(known -> known.readOn().isAfter(reading.readOn()) && !known.isEstimated())
                .min(Comparator.comparing(Reading::readOn))
                .filter(next -> meter.register()
                                .advance(reading.register(), next.register())
                                .litres()
                        < 0)
                .ifPresent(next -> {
                    throw ReadingRefused.aboveNext(next);
                });
    }

    /** Of one day and source there is one reading: a second one would take the place of the first unsaid. */
    Entry requireNew(ReadPlace place) {
        place.readings().stream()
                .filter(known -> isSame(known, reading))
                .findFirst()
                .ifPresent(known -> {
                    throw ReadingRefused.already(known);
                });
        return this;
    }

    private static boolean isSame(Reading known, Reading reading) {
        return known.meterSerial().equals(reading.meterSerial())
                && known.readOn().equals(reading.readOn())
                && known.source() == reading.source();
    }
}
