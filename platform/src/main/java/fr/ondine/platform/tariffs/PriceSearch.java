package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks for a price that was billed among the versions of its days: the way back from a line to {@link Rating}. */
final class PriceSearch {

    private final Tariff tariff;
    private final BilledPrice billed;
    private final List<Found> found;

    PriceSearch(Tariff tariff, BilledPrice billed) {
        this.tariff = tariff;
        this.billed = billed;
        this.found = Slice.cut(billed.days(), tariff.changesWithin(billed.days())).stream()
                .flatMap(this::on)
                .toList();
    }

    /** The charge on some days of the line, by the version that its basis asks for. */
    private record Found(TariffVersion version, Charge charge, Period days, LocalDate priced) {}

    PriceTrace trace() {
        var priced = found.stream().filter(this::hasPrice).toList();
        return new PriceTrace(
                only(found, one -> Optional.of(one.charge().terms().beneficiary())),
                !found.isEmpty() && found.stream().allMatch(one -> one.charge() instanceof Levy),
                origins(priced),
                only(priced, this::tier),
                only(priced, this::levy));
    }

    private Stream<Found> on(Period part) {
        return Stream.of(RateBasis.values()).flatMap(basis -> {
            var day = basis == RateBasis.DAYS_OF_USE ? part.from() : billed.issuedOn();
            return tariff.find(day).stream()
                    .flatMap(version -> version.charges(Charge.class)
                            .filter(charge -> charge.terms().basis() == basis && billed.isOf(charge.terms()))
                            .map(charge -> new Found(version, charge, part, day)));
        });
    }

    private boolean hasPrice(Found one) {
        return switch (one.charge()) {
            case StandingCharge standing ->
                standing.usual().equals(billed.price()) || standing.byDiameter().containsValue(billed.price());
            case VolumetricCharge volume -> !tiers(volume, one).isEmpty();
            case Levy levy -> levy(one).isPresent();
            case Fee fee -> fee.price().equals(billed.price());
        };
    }

    private List<Tier> tiers(VolumetricCharge charge, Found one) {
        return charge.scaleOn(one.priced()).tiers().stream()
                .filter(tier -> tier.price().equals(billed.price()))
                .toList();
    }

    /** Tiers that follow one another at one price are one; of others nobody knows which of them it was. */
    private Optional<Tier> tier(Found one) {
        if (!(one.charge() instanceof VolumetricCharge charge)) {
            return Optional.empty();
        }
        var tiers = tiers(charge, one);
        var isOne = Stream.iterate(1, at -> at < tiers.size(), at -> at + 1)
                .allMatch(at -> tiers.get(at).from().equals(tiers.get(at - 1).to()));
        return Optional.of(new Tier(tiers.getFirst().from(), tiers.getLast().to(), billed.price()))
                .filter(tier -> isOne && !tier.isAll());
    }

    private Optional<LevyRate> levy(Found one) {
        return one.charge() instanceof Levy levy
                ? Optional.ofNullable(levy.rates().get(one.priced().getYear()))
                        .filter(rate -> rate.price().equals(billed.price()))
                : Optional.empty();
    }

    private static List<PriceOrigin> origins(List<Found> priced) {
        var origins = new ArrayList<PriceOrigin>();
        for (var one : priced) {
            var next = new PriceOrigin(one.version().validFrom(), one.version().resolution(), one.days());
            if (!origins.isEmpty() && origins.getLast().isGoneOnBy(next)) {
                origins.add(origins.removeLast().and(next));
            } else {
                origins.add(next);
            }
        }
        return origins;
    }

    /** What is the same for all; nothing where it is not. */
    private static <T> Optional<T> only(List<Found> some, Function<Found, Optional<T>> what) {
        var all = some.stream().map(what).distinct().toList();
        return all.size() == 1 ? all.getFirst() : Optional.empty();
    }
}
