package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What ran through a service point since its first meter, over replaced meters and registers that started again. */
final class Timeline {

    private static final int YEARS_OF_COMPARISON = 3;
    /** A subscriber's own reading this close to one of the service makes no period of its own. */
    static final int DAYS_APART = 30;
    /** Further apart, as from the fitting of a meter to its first known reading, two readings tell nothing of a season. */
    private static final int DAYS_OF_A_SEASON = 400;

    private final List<Point> points;

    private Timeline(List<Point> points) {
        this.points = points;
    }

    /** A day, what had run through by then since the beginning, and who read that; nobody at the fitting of a meter. */
    private record Point(
            LocalDate day,
            Volume total,
            boolean estimated,
            @Nullable ReadingSource source) {

        boolean ofCustomer() {
            return source == ReadingSource.CUSTOMER;
        }

        boolean ofMeter() {
            return source == ReadingSource.REMOTE;
        }
    }

    static Timeline of(List<MeterInstallation> installations, List<Reading> readings) {
        var points = new TreeMap<LocalDate, Point>();
        var total = new Volume(0);
        for (var meter : installations.stream()
                .sorted(Comparator.comparing(MeterInstallation::installedOn))
                .toList()) {
            points.putIfAbsent(meter.installedOn(), new Point(meter.installedOn(), total, false, null));
            total = run(meter, best(meter, readings), total, points);
        }
        return new Timeline(List.copyOf(points.values()));
    }

    /**
     * Only what was used on its own days: who lived there before or after is nobody else's business. A reading of the day
     * after the last one closes it, unless the next holder sent it.
     */
    Timeline during(Occupancy occupancy) {
        return new Timeline(points.stream()
                .filter(point ->
                        point.ofCustomer() ? occupancy.covers(point.day()) : occupancy.isBoundedBy(point.day()))
                .toList());
    }

    /** Without what was used after it: earlier occupants count for what is usual at a place, later ones do not. */
    Timeline until(Occupancy occupancy) {
        return new Timeline(points.stream()
                .filter(point -> !occupancy.isOverOn(point.day().minusDays(1)))
                .toList());
    }

    private static Volume run(
            MeterInstallation meter, List<Reading> readings, Volume start, TreeMap<LocalDate, Point> points) {
        var total = start;
        var shown = meter.installRegister();
        for (var reading : readings) {
            total = total.plus(meter.register().advance(shown, reading.register()));
            shown = reading.register();
            var point = new Point(reading.readOn(), total, reading.isEstimated(), reading.source());
            points.put(point.day(), point);
        }
        var removal = meter.removalRegister();
        return removal == null ? total : total.plus(meter.register().advance(shown, removal));
    }

    /** The reading of each day that is trusted most, the oldest first. */
    static List<Reading> best(MeterInstallation meter, List<Reading> readings) {
        var byDay = new TreeMap<LocalDate, Reading>();
        readings.stream()
                .filter(meter::showed)
                .forEach(reading -> byDay.merge(reading.readOn(), reading, Timeline::moreTrusted));
        return List.copyOf(byDay.values());
    }

    private static Reading moreTrusted(Reading one, Reading other) {
        return Comparator.comparing(Reading::quality)
                                .thenComparing(Reading::source)
                                .compare(one, other)
                        <= 0
                ? one
                : other;
    }

    /** The consumption between each two readings, the oldest first. */
    List<PeriodConsumption> periods() {
        var kept = points.stream().filter(this::standsAlone).toList();
        var periods = new ArrayList<PeriodConsumption>();
        IntStream.range(1, kept.size()).forEach(end -> {
            var from = kept.get(end - 1);
            var until = kept.get(end);
            periods.add(new PeriodConsumption(
                    new Period(from.day(), until.day()), until.total().minus(from.total()), until.estimated()));
        });
        return periods;
    }

    /**
     * What was used until a day on which the register was seen, since it was seen last; in thirty days at least where the
     * meter sends readings by itself. A subscriber's own close to another counts as long as nothing was read after it.
     */
    Optional<PeriodConsumption> seenUntil(LocalDate day) {
        var seen = points.stream().filter(point -> !point.estimated()).toList();
        return seen.stream()
                .filter(point -> point.day().equals(day))
                .filter(point -> standsAlone(point) || point.equals(seen.getLast()))
                .findFirst()
                .flatMap(end -> start(end, seen)
                        .map(start -> new PeriodConsumption(
                                new Period(start.day(), end.day()), end.total().minus(start.total()), false)));
    }

    private Optional<Point> start(Point end, List<Point> seen) {
        var before = seen.stream()
                .filter(point -> point.day().isBefore(end.day()) && standsAlone(point))
                .toList();
        var latest = end.day().minusDays(end.ofMeter() ? DAYS_APART : 1);
        return before.stream()
                .filter(point -> !point.day().isAfter(latest))
                .reduce((one, later) -> later)
                .or(() -> before.stream().findFirst());
    }

    private boolean standsAlone(Point point) {
        return !point.ofCustomer()
                || points.stream()
                        .filter(other -> other != point)
                        .filter(other -> !other.ofCustomer() || other.day().isAfter(point.day()))
                        .noneMatch(other -> Math.abs(new Gap(point.day(), other.day()).days()) < DAYS_APART);
    }

    private record Gap(LocalDate one, LocalDate other) {
        long days() {
            return java.time.temporal.ChronoUnit.DAYS.between(one, other);
        }
    }

    /**
     * The mean of the same days one, two and three years before (CGCT R2224-20-1), as far as they are known: from
     * readings around them that are close enough to tell, where there are any.
     */
    Optional<Volume> meanOfYearsBefore(Period period) {
        return meanOf(
                period.from(),
                count -> new Period(
                        period.from().minusYears(count), period.until().minusYears(count)));
    }

    /** The same of exactly as many days, whether or not a 29 February is among them. */
    Optional<Volume> meanOfAsManyDaysBefore(Period period) {
        return meanOf(period.from(), count -> {
            var from = period.from().minusYears(count);
            return new Period(from, from.plusDays(period.days()));
        });
    }

    /** @param judged the first of the days that are compared */
    private Optional<Volume> meanOf(LocalDate judged, IntFunction<Period> equivalent) {
        var years = IntStream.rangeClosed(1, YEARS_OF_COMPARISON)
                .mapToObj(count -> new YearBefore(equivalent.apply(count), judged))
                .toList();
        var told = mean(years.stream()
                .filter(year ->
                        isRead(year.known().from()) && isRead(year.known().until())));
        return told.isPresent() ? told : mean(years.stream());
    }

    /** The same days of a year before; of more than a year some are those that are judged, which tell nothing of it. */
    private record YearBefore(Period days, LocalDate judged) {

        Period known() {
            return days.until().isAfter(judged) ? new Period(days.from(), judged) : days;
        }

        Volume whole(Volume used) {
            return used.share(days.days(), known().days());
        }
    }

    private Optional<Volume> mean(Stream<YearBefore> years) {
        var litres = years.flatMap(year -> between(year.known()).map(year::whole).stream())
                .mapToLong(Volume::litres)
                .average();
        return litres.isPresent() ? Optional.of(new Volume(Math.round(litres.getAsDouble()))) : Optional.empty();
    }

    private boolean isRead(LocalDate day) {
        var around = around(day);
        return around.isPresent()
                && new Gap(around.get().getFirst().day(), around.get().getLast().day()).days() <= DAYS_OF_A_SEASON;
    }

    /** What this place uses in so many days, from the last three years; empty for a place without history. */
    Optional<Volume> expectedOver(long days) {
        return expectedOver(days, YEARS_OF_COMPARISON);
    }

    /** The same from the last so many years. */
    Optional<Volume> expectedOver(long days, int years) {
        if (points.size() < 2) {
            return Optional.empty();
        }
        var last = points.getLast();
        var first = points.stream()
                .filter(point -> !point.day().isBefore(last.day().minusYears(years)))
                .findFirst()
                .orElse(last);
        var known = new Gap(first.day(), last.day()).days();
        return known < DAYS_APART
                ? Optional.empty()
                : Optional.of(last.total().minus(first.total()).share(days, known));
    }

    /** Whether some of those times are among the days of the last year that are known. */
    boolean hasInLastYear(List<Period> times) {
        return !points.isEmpty()
                && times.stream()
                        .anyMatch(new Period(
                                points.getLast().day().minusYears(1),
                                points.getLast().day())::meets);
    }

    /** The same without what was used in some times that tell nothing of others; empty where nothing else is known. */
    Optional<Volume> expectedOver(long days, List<Period> without) {
        var since = points.isEmpty() ? LocalDate.MIN : points.getLast().day().minusYears(YEARS_OF_COMPARISON);
        var kept = periods().stream()
                .filter(one -> !one.period().from().isBefore(since))
                .filter(one -> without.stream().noneMatch(one.period()::meets))
                .toList();
        var known = kept.stream().mapToLong(one -> one.period().days()).sum();
        return known < DAYS_APART
                ? Optional.empty()
                : Optional.of(kept.stream()
                        .map(PeriodConsumption::volume)
                        .reduce(new Volume(0), Volume::plus)
                        .share(days, known));
    }

    private Optional<Volume> between(Period period) {
        return totalOn(period.until()).flatMap(end -> totalOn(period.from()).map(end::minus));
    }

    /** The running total on a day, in proportion to the days between the readings around it. */
    private Optional<Volume> totalOn(LocalDate day) {
        return around(day).map(points -> interpolate(points.getFirst(), points.getLast(), day));
    }

    /** The last point until that day and the first one from it on, the same on the day of a reading. */
    private Optional<List<Point>> around(LocalDate day) {
        var before = points.stream().filter(point -> !point.day().isAfter(day)).reduce((one, later) -> later);
        var after = points.stream().filter(point -> !point.day().isBefore(day)).findFirst();
        return before.flatMap(start -> after.map(end -> List.of(start, end)));
    }

    private static Volume interpolate(Point start, Point end, LocalDate day) {
        var days = new Gap(start.day(), end.day()).days();
        var run = end.total().minus(start.total()).litres();
        return days == 0
                ? start.total()
                : start.total().plus(new Volume(run * new Gap(start.day(), day).days() / days));
    }

    Stream<LocalDate> days() {
        return points.stream().map(Point::day);
    }
}
