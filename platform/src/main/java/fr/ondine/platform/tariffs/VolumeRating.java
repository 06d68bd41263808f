package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rates the slices of a use by one charge, tier by tier. */
final class VolumeRating {

    private final Book book;
    private final int dwellings;

    VolumeRating(Book book, int dwellings) {
        this.book = book;
        this.dwellings = dwellings;
    }

    /** A slice and what a cubic metre costs on its days. */
    record Portion(VolumeCharge charge, Slice slice, TierScale scale, List<LineOrigin> origins) {

        boolean isGoneOnBy(Portion next) {
            return scale.equals(next.scale)
                    && slice.year() == next.slice.year()
                    && charge.isPerDwelling() == next.charge.isPerDwelling();
        }

        Portion and(Portion next) {
            var days = new Period(slice.period().from(), next.slice.period().until());
            return new Portion(
                    charge,
                    new Slice(days, slice.volume().plus(next.slice.volume())),
                    scale,
                    both(origins, next.origins));
        }
    }

    /** All of a period's use at the same prices is compared with its share of the bounds, whatever was used when. */
    void eachPeriod(List<Portion> portions) {
        var terms = portions.getFirst().charge().terms();
        var sums = new LinkedHashMap<TierScale, Sum>();
        portions.forEach(portion -> sums.merge(portion.scale(), sum(portion), Sum::plus));
        sums.forEach((scale, sum) -> fill(terms, scale, sum.bounds(), new Volume(0), sum.volume(), sum.origins()));
    }

    /** Each price goes on where its year had come to. */
    void eachYear(List<Portion> portions, Volume before) {
        var reached = new LinkedHashMap<Integer, Volume>(
                Map.of(portions.getFirst().slice().year(), before));
        joined(portions).forEach(portion -> {
            var slice = portion.slice();
            var from = reached.getOrDefault(slice.year(), new Volume(0));
            var to = from.plus(slice.volume());
            fill(
                    portion.charge().terms(),
                    portion.scale(),
                    TierCount.of(dwellings(portion.charge()), 1),
                    from,
                    to,
                    portion.origins());
            reached.put(slice.year(), to);
        });
    }

    /** What a version cut that changed nothing for this charge is one again. */
    private static List<Portion> joined(List<Portion> portions) {
        var joined = new ArrayList<Portion>();
        for (var portion : portions) {
            if (!joined.isEmpty() && joined.getLast().isGoneOnBy(portion)) {
                joined.add(joined.removeLast().and(portion));
            } else {
                joined.add(portion);
            }
        }
        return joined;
    }

    private void fill(
            ChargeTerms terms, TierScale scale, TierCount bounds, Volume from, Volume to, List<LineOrigin> origins) {
        for (var tier : scale.tiers()) {
            var low = later(bounds.of(tier.from()), from);
            var high = tier.to() == null ? to : earlier(bounds.of(tier.to()), to);
            var isReached = high.compareTo(low) > 0;
            if (isReached || from.equals(to) && holds(tier, bounds, from)) {
                var volume = isReached ? high.minus(low) : new Volume(0);
                book.add(terms, volume.cubicMetres(), TierShare.of(tier, bounds), origins);
            }
        }
    }

    /** Whether the next litre after those would be of that tier: nothing used is shown at its price. */
    private static boolean holds(Tier tier, TierCount bounds, Volume reached) {
        return bounds.of(tier.from()).compareTo(reached) <= 0
                && (tier.to() == null || bounds.of(tier.to()).compareTo(reached) > 0);
    }

    private Sum sum(Portion portion) {
        var days = portion.slice().period().days();
        var bounds =
                TierCount.of(days * dwellings(portion.charge()), portion.slice().daysOfYear());
        return new Sum(portion.slice().volume(), bounds, portion.origins());
    }

    private int dwellings(VolumeCharge charge) {
        return charge.isPerDwelling() ? dwellings : 1;
    }

    private static Volume later(Volume one, Volume other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Volume earlier(Volume one, Volume other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static List<LineOrigin> both(List<LineOrigin> some, List<LineOrigin> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private record Sum(Volume volume, TierCount bounds, List<LineOrigin> origins) {

        Sum plus(Sum next) {
            return new Sum(volume.plus(next.volume), bounds.plus(next.bounds), both(origins, next.origins));
        }
    }
}
