package fr.ondine.platform.runs;

import fr.ondine.platform.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as the list of runs shows it.
 *
 * @param pace only while it goes on
 * @param orderedBy the name of who ordered it
 */
public record RunSummary(
        RunId id,
        RunTerms terms,
        RunPerimeter perimeter,
        RunProgress progress,
        @Nullable RunPace pace,
        Instant orderedAt,
        String orderedBy) {

    public Money total() {
        return progress.net().plus(progress.vat());
    }
}
