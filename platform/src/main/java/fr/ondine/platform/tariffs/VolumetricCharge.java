package fr.ondine.platform.tariffs;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;

/**
 * A price of what is used (part variable), the same all year or by seasons.
 *
 * @param seasons in the order of the year; before the first begins, the last one goes on
 */
public record VolumetricCharge(ChargeTerms terms, List<Season> seasons, boolean isPerDwelling) implements VolumeCharge {

    public VolumetricCharge {
        seasons = seasons.stream().sorted(Comparator.comparing(Season::from)).toList();
        if (seasons.isEmpty()) {
            throw new IllegalArgumentException(terms.code() + " has no price");
        }
        if (seasons.stream().map(Season::from).distinct().count() < seasons.size()) {
            throw new SeasonsOverlap(terms.label());
        }
    }

    /** All year. */
    public static VolumetricCharge of(ChargeTerms terms, TierScale tiers) {
        return new VolumetricCharge(terms, List.of(new Season(MonthDay.of(1, 1), tiers)), false);
    }

    @Override
    public TierScale scaleOn(LocalDate day) {
        var now = MonthDay.from(day);
        return seasons.stream()
                .filter(season -> !season.from().isAfter(now))
                .reduce((earlier, later) -> later)
                .orElseGet(seasons::getLast)
                .tiers();
    }
}
