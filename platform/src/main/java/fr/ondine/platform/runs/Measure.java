package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.ComparedUse;
import fr.ondine.platform.metering.MeterInstallation;
import fr.ondine.platform.metering.MeteredSegment;
import fr.ondine.platform.metering.Reading;
import fr.ondine.platform.metering.UsualUse;
import fr.ondine.tenantconfig.ReadingRules;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be billed of the meters of one agreement, by readings or, in a run of estimates, without. */
final class Measure {

    /** A holder's first reading is taken about the day on which they come; a meter that new need not be read. */
    private static final int DAYS_ABOUT = 30;
    /** Beside so little, no use is out of proportion. */
    private static final Volume NOTHING_TO_SPEAK_OF = Volume.ofCubicMetres(20);

    private static final int PERCENT = 100;

    private final BillingCase one;
    private final Period days;
    private final RunTerms terms;
    private final ReadingRules doubts;
    private final List<Reading> seen;

    Measure(BillingCase one, Period days, RunTerms terms, ReadingRules doubts) {
        this.one = one;
        this.days = days;
        this.terms = terms;
        this.doubts = doubts;
        this.seen = one.readings().stream()
                .filter(reading -> !reading.isEstimated())
                .toList();
    }

    List<MeteredSegment> segments() {
        var start = one.past().billed().orElseGet(this::firstReading);
        var segments = MeteredSegment.after(start, one.meters(), upToFollowing(start), until());
        var all = terms.kind() == RunKind.ESTIMATED ? estimated(start, segments) : segments;
        if (terms.kind() != RunKind.ESTIMATED) {
            requireRead(segments);
        }
        all.forEach(segment -> {
            requirePossible(segment);
            requirePlausible(sinceConfirmed(segment), start);
        });
        return all;
    }

    /** An invoice by a reading that stands already goes on from what it says, whatever was read or corrected since. */
    private List<Reading> upToFollowing(Reading start) {
        var following = one.past().following().filter(Following::isByReading);
        if (following.isEmpty()) {
            return seen;
        }
        var read = following
                .flatMap(Following::read)
                .filter(next -> next.readOn().isAfter(start.readOn()))
                .orElseThrow(() -> new SetAside(ParkingReason.DOUBLE, ""));
        var before = seen.stream().filter(reading -> reading.readOn().isBefore(read.readOn()));
        return Stream.concat(before, Stream.of(read)).toList();
    }

    private LocalDate until() {
        return one.past()
                .following()
                .filter(Following::isByReading)
                .flatMap(after -> after.read().map(read -> until(after, read.readOn())))
                .orElseGet(this::untilRead);
    }

    private LocalDate until(Following after, LocalDate read) {
        return after.adjoins(days) || read.isBefore(terms.readUntil()) ? read : terms.readUntil();
    }

    private LocalDate untilRead() {
        var ended = one.endedOn();
        // a reading of the day after the last one closes it
        return terms.kind() == RunKind.CLOSING && ended != null ? ended.plusDays(1) : terms.readUntil();
    }

    private Reading firstReading() {
        var fittings = one.meters().stream().map(MeterInstallation::fitting);
        return Stream.concat(seen.stream(), fittings)
                .filter(reading -> daysFromStart(reading) <= DAYS_ABOUT)
                .min(Comparator.comparing(this::daysFromStart))
                .orElseThrow(() -> new SetAside(ParkingReason.NO_READING, one.startedOn()));
    }

    private long daysFromStart(Reading reading) {
        return Math.abs(ChronoUnit.DAYS.between(one.startedOn(), reading.readOn()));
    }

    private void requireRead(List<MeteredSegment> segments) {
        var unread = one.meters().stream()
                .filter(meter -> meter.isInPlaceOn(until()))
                .filter(meter -> meter.installedOn().isBefore(until().minusDays(DAYS_ABOUT)))
                .filter(meter -> segments.stream()
                        .noneMatch(segment -> segment.current().meterSerial().equals(meter.serial())))
                .findFirst();
        if (unread.isPresent() || segments.isEmpty()) {
            throw new SetAside(
                    ParkingReason.NO_READING,
                    unread.map(MeterInstallation::serial).orElse(""));
        }
    }

    /** Of a leak nothing is asked for before an invoice by its reading, which tells of it. */
    private List<MeteredSegment> estimated(Reading start, List<MeteredSegment> segments) {
        var leak = one.abnormal(segments).map(ComparedUse::period);
        return leak.isPresent()
                ? withEstimate(
                        start,
                        List.of(),
                        Stream.concat(one.leaked().stream(), leak.stream()).toList())
                : withEstimate(start, segments, one.leaked());
    }

    /** Goes on from the last reading that was seen, so that no estimate is below it. */
    private List<MeteredSegment> withEstimate(Reading start, List<MeteredSegment> segments, List<Period> leaked) {
        var all = new ArrayList<>(segments);
        one.meters().stream()
                .filter(meter -> meter.isInPlaceOn(terms.period().lastDay()))
                .forEach(meter -> {
                    var last = last(meter, start, segments);
                    var days = last == null
                            ? 0
                            : ChronoUnit.DAYS.between(
                                    last.readOn(), terms.period().until());
                    if (last != null && days > 0) {
                        all.add(meter.estimate(
                                last, usual(days, leaked), terms.period().until()));
                    }
                });
        return all;
    }

    private static @Nullable Reading last(MeterInstallation meter, Reading start, List<MeteredSegment> segments) {
        return Stream.concat(
                        Stream.of(start, meter.fitting()), segments.stream().map(MeteredSegment::current))
                .filter(meter::showed)
                .max(Comparator.comparing(Reading::readOn))
                .orElse(null);
    }

    private Volume usual(long days, List<Period> leaked) {
        return new UsualUse(one.meters(), seen)
                .over(days, leaked)
                .orElseThrow(() -> new SetAside(ParkingReason.NO_HISTORY, ""));
    }

    private static void requirePossible(MeteredSegment segment) {
        if (segment.volume().litres() < 0) {
            throw new SetAside(ParkingReason.IMPLAUSIBLE, segment.volume().litres());
        }
    }

    /** What ran until a reading that staff found right was looked at: what ran since is what is left to doubt. */
    private MeteredSegment sinceConfirmed(MeteredSegment segment) {
        return one.confirmed().stream()
                .filter(reading -> segment.isWithin(reading))
                .max(Comparator.comparing(Reading::readOn))
                .flatMap(reading -> one.meters().stream()
                        .filter(meter -> meter.showed(reading))
                        .findFirst()
                        .map(meter -> meter.between(reading, segment.current())))
                .orElse(segment);
    }

    private void requirePlausible(MeteredSegment segment, Reading start) {
        requirePossible(segment);
        var volume = segment.volume();
        if (!isConfirmed(segment) && volume.compareTo(NOTHING_TO_SPEAK_OF) > 0 && isOutOfProportion(segment, start)) {
            throw new SetAside(ParkingReason.IMPLAUSIBLE, volume.litres());
        }
    }

    private boolean isConfirmed(MeteredSegment segment) {
        return one.isConfirmed() || one.confirmed().contains(segment.current());
    }

    private boolean isOutOfProportion(MeteredSegment segment, Reading start) {
        var before = seen.stream()
                .filter(reading -> !reading.readOn().isAfter(start.readOn()))
                .toList();
        var meters = one.meters().stream()
                .filter(meter -> !meter.installedOn().isAfter(start.readOn()))
                .map(meter -> meter.on(start.readOn()))
                .toList();
        return new UsualUse(meters, before)
                .over(segment.period().days())
                .filter(usual -> segment.volume().litres() * PERCENT > usual.litres() * doubts.refuseAbovePercent())
                .isPresent();
    }
}
