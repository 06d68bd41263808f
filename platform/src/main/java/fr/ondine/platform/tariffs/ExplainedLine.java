package fr.ondine.platform.tariffs;

import java.util.List;

/**
 * A line and how it came about, for those who want to find the same.
 *
 * @param origins the days it is for, version by version
 * @param tiers what its price is of; none for what has no tiers
 */
public record ExplainedLine(RatedLine line, List<LineOrigin> origins, List<TierShare> tiers) {

    public ExplainedLine {
        origins = List.copyOf(origins);
        tiers = List.copyOf(tiers);
    }
}
