package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.metering.MeteredSegment;
import fr.ondine.platform.tariffs.LevyRateMissing;
import fr.ondine.platform.tariffs.Rated;
import fr.ondine.platform.tariffs.Rating;
import fr.ondine.platform.tariffs.RatingRequest;
import fr.ondine.platform.tariffs.TariffMissing;
import fr.ondine.platform.tariffs.Use;
import fr.ondine.tenantconfig.ReadingRules;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what an agreement owes: a pure function of its facts and the terms of the run. Whatever was used since the last
 * reading that somebody saw is rated anew, and what estimated invoices asked for it meanwhile is taken back.
 */
final class Biller {

    private final RunTerms terms;
    private final ReadingRules doubts;

    Biller(RunTerms terms, ReadingRules doubts) {
        this.terms = terms;
        this.doubts = doubts;
    }

    Outcome bill(BillingCase one) {
        try {
            if (!one.isHolderComplete()) {
                return Parked.because(ParkingReason.HOLDER_INCOMPLETE);
            }
            if (isBilled(one)) {
                return Parked.because(ParkingReason.DOUBLE);
            }
            var rating = one.rating().orElseThrow(() -> new SetAside(ParkingReason.TARIFF_MISSING, ""));
            if (rating.isByVolume()) {
                one.past().doubted().ifPresent(Biller::setAside);
            }
            var segments = rating.isByVolume()
                    ? new Measure(one, billed(one), terms, doubts).segments()
                    : List.<MeteredSegment>of();
            return bill(one, rating, segments);
        } catch (SetAside aside) {
            return aside.why();
        }
    }

    private static void setAside(String estimate) {
        throw new SetAside(ParkingReason.DOUBLE, estimate);
    }

    /** What is read needs no estimate. */
    private boolean isBilled(BillingCase one) {
        return one.past().bills(billed(one))
                || terms.kind() == RunKind.ESTIMATED
                        && one.past().following().filter(Following::isByReading).isPresent();
    }

    private Bill bill(BillingCase one, Rating rating, List<MeteredSegment> segments) {
        var rated = rate(rating, request(one, segments));
        var taken = one.past().standingEstimates().stream().map(BillLine::takenBack);
        var lines = Stream.concat(rated.lines().stream().map(line -> BillLine.of(line, rated.rounding())), taken)
                .sorted(Comparator.comparing(BillLine::section))
                .toList();
        return Bill.of(billed(one), segments, lines, rated.rounding());
    }

    private static Rated rate(Rating rating, RatingRequest request) {
        try {
            return rating.rate(request);
        } catch (TariffMissing | LevyRateMissing missing) {
            throw new SetAside(ParkingReason.TARIFF_MISSING, missing.arguments());
        }
    }

    private RatingRequest request(BillingCase one, List<MeteredSegment> segments) {
        var uses = segments.stream()
                .map(segment -> new Use(segment.period(), segment.volume()))
                .toList();
        var before = one.past()
                .usedInYearOf(
                        uses.isEmpty()
                                ? terms.issuedOn()
                                : uses.getFirst().period().from());
        return new RatingRequest(one.traits(), standing(one), uses, before, terms.issuedOn(), Set.of());
    }

    /** What was never billed of them, until the end of the period or the holder's last day. */
    private Optional<Period> standing(BillingCase one) {
        var days = billed(one);
        var from = one.past().standingUntil().orElse(days.from());
        var until = one.past()
                .following()
                .map(Following::standingFrom)
                .map(billed -> earlier(billed, days.until()))
                .orElse(days.until());
        return from.isBefore(until) ? Optional.of(new Period(from, until)) : Optional.empty();
    }

    private Period billed(BillingCase one) {
        var from = later(one.startedOn(), terms.period().from());
        var end = terms.period().until();
        return new Period(
                from, one.endedOn() == null ? end : earlier(one.endedOn().plusDays(1), end));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
