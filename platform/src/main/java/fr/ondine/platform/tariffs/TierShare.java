package fr.ondine.platform.tariffs;

import fr.ondine.platform.kernel.Volume;
import java.util.Optional;

/**
 * A tier and what of it a use is compared with.
 *
 * @param tier with its bounds of a year
 * @param from the same bounds for the days and dwellings of the use
 * @param to empty for the last tier
 */
public record TierShare(Tier tier, Volume from, Optional<Volume> to) {

    static TierShare of(Tier tier, TierCount bounds) {
        return new TierShare(
                tier, bounds.of(tier.from()), Optional.ofNullable(tier.to()).map(bounds::of));
    }

    /** Whether the tier is all there is: one price for every litre. */
    public boolean isAll() {
        return tier.isAll();
    }
}
