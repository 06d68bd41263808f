package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.Volume;
import java.util.List;

/** Tiers that follow one another from nothing without end, with neither hole nor overlap. Bounds are of a year. */
public record TierScale(List<Tier> tiers) {

    public TierScale {
        tiers = List.copyOf(tiers);
        var reached = new Volume(0);
        for (var tier : tiers) {
            if (reached == null || tier.from().compareTo(reached) < 0) {
                throw new TiersOverlap(tier.from());
            }
            if (tier.from().compareTo(reached) > 0) {
                throw new TiersHole(reached, tier.from());
            }
            reached = tier.to();
            if (reached != null && reached.compareTo(tier.from()) <= 0) {
                throw new TiersOverlap(reached);
            }
        }
        if (reached != null) {
            throw new TiersEnd(reached);
        }
    }

    /** One price from the first litre to the last. */
    public static TierScale flat(UnitPrice price) {
        return new TierScale(List.of(new Tier(new Volume(0), null, price)));
    }
}
