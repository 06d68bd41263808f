package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Quantity;
import fr.ondine.platform.tariffs.VolumeRating.Portion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the lines of an invoice: a pure function of a tariff, what was used, and dates. A price that changes within a
 * period splits what was used by days (arrêté of 10 July 1996, art. 7).
 */
public final class Rating {

    private static final int MONTHS = 12;

    private final Tariff tariff;
    private final RatingRules rules;

    public Rating(Tariff tariff, RatingRules rules) {
        this.tariff = tariff;
        this.rules = rules;
    }

    /** Whether it has a price of a cubic metre, so that nothing can be billed without readings. */
    public boolean isByVolume() {
        return tariff.isByVolume();
    }

    /** Where a price that it found comes from. */
    public PriceTrace trace(BilledPrice billed) {
        return tariff.trace(billed);
    }

    /** Refused with {@link TariffMissing} or {@link LevyRateMissing} where something was never entered. */
    public Rated rate(RatingRequest request) {
        var book = new Book();
        request.standing().ifPresent(period -> standing(request, period, book));
        volumes(request, book);
        fees(request, book);
        return new Rated(book.lines(), rules.rounding());
    }

    private void standing(RatingRequest request, Period period, Book book) {
        for (var part : Slice.cut(period, tariff.changesWithin(period))) {
            charges(StandingCharge.class, part.from(), request).forEach(charge -> {
                var price = charge.priceFor(request.traits());
                var times = charge.isPerDwelling() ? request.traits().dwellings() : 1;
                var version = version(charge, part.from(), request);
                switch (rules.dayCount()) {
                    case DAYS ->
                        book.add(
                                charge.terms(),
                                LineUnit.DAY,
                                price,
                                days(part),
                                LineOrigin.of(version, part, count(part.days() * times, LineUnit.DAY)));
                    case TWELFTHS ->
                        book.add(
                                charge.terms(),
                                LineUnit.MONTH,
                                price,
                                MONTHS,
                                LineOrigin.of(version, part, count(months(part) * times, LineUnit.MONTH)));
                }
            });
        }
    }

    private void volumes(RatingRequest request, Book book) {
        var rating = new VolumeRating(book, request.traits().dwellings());
        var portions = new LinkedHashMap<ChargeTerms, List<Portion>>();
        for (var use : request.uses()) {
            for (var slice : Slice.of(use, tariff.changesWithin(use.period()))) {
                charges(VolumeCharge.class, slice.period().from(), request)
                        .map(charge -> portion(charge, slice, request))
                        .forEach(portion -> portions.computeIfAbsent(
                                        portion.charge().terms(), terms -> new ArrayList<>())
                                .add(portion));
            }
        }
        portions.values().forEach(one -> {
            switch (rules.tierReset()) {
                case EACH_PERIOD -> rating.eachPeriod(one);
                case EACH_YEAR -> rating.eachYear(one, request.usedBefore());
            }
        });
    }

    private Portion portion(VolumeCharge charge, Slice slice, RatingRequest request) {
        var day = priced(charge, slice.period().from(), request);
        var used = new Quantity(slice.volume().cubicMetres(), LineUnit.CUBIC_METRE.name());
        return new Portion(
                charge, slice, charge.scaleOn(day), List.of(LineOrigin.of(tariff.on(day), slice.period(), used)));
    }

    private TariffVersion version(Charge charge, LocalDate day, RatingRequest request) {
        return tariff.on(priced(charge, day, request));
    }

    /** The day that decides what a use of another day costs. */
    private static LocalDate priced(Charge charge, LocalDate day, RatingRequest request) {
        return charge.terms().basis() == RateBasis.DAYS_OF_USE ? day : request.issuedOn();
    }

    private void fees(RatingRequest request, Book book) {
        var day = request.issuedOn();
        var version = tariff.on(day);
        version.charges(Fee.class)
                .filter(fee -> !fee.isOnRequest()
                        || request.services().contains(fee.terms().code()))
                .forEach(fee -> book.add(
                        fee.terms(),
                        LineUnit.PIECE,
                        fee.price(),
                        1,
                        LineOrigin.of(version, Period.ofDays(day, day), count(1, LineUnit.PIECE))));
    }

    /** The charges of a day, each by the version that its basis asks for. */
    private <T extends Charge> Stream<T> charges(Class<T> kind, LocalDate day, RatingRequest request) {
        return Stream.of(RateBasis.values())
                .flatMap(basis -> tariff.on(basis == RateBasis.DAYS_OF_USE ? day : request.issuedOn())
                        .charges(kind)
                        .filter(charge -> charge.terms().basis() == basis));
    }

    private static int days(Period part) {
        return part.from().lengthOfYear();
    }

    /** The months whose first day is in it. */
    private static long months(Period part) {
        return part.from()
                .datesUntil(part.until())
                .filter(day -> day.getDayOfMonth() == 1)
                .count();
    }

    private static Quantity count(long number, LineUnit unit) {
        return new Quantity(BigDecimal.valueOf(number), unit.name());
    }
}
