package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Period;
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
                switch (rules.dayCount()) {
                    case DAYS ->
                        book.add(charge.terms(), LineUnit.DAY, count(part.days() * times), price, days(part), part);
                    case TWELFTHS ->
                        book.add(charge.terms(), LineUnit.MONTH, count(months(part) * times), price, MONTHS, part);
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

    private static Portion portion(VolumeCharge charge, Slice slice, RatingRequest request) {
        var isOfTheUse = charge.terms().basis() == RateBasis.DAYS_OF_USE;
        return new Portion(
                charge, slice, charge.scaleOn(isOfTheUse ? slice.period().from() : request.issuedOn()));
    }

    private void fees(RatingRequest request, Book book) {
        var day = request.issuedOn();
        tariff.on(day)
                .charges(Fee.class)
                .filter(fee -> !fee.isOnRequest()
                        || request.services().contains(fee.terms().code()))
                .forEach(fee ->
                        book.add(fee.terms(), LineUnit.PIECE, BigDecimal.ONE, fee.price(), 1, Period.ofDays(day, day)));
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

    private static BigDecimal count(long number) {
        return BigDecimal.valueOf(number);
    }
}
