package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was used a day in the last periods that somebody read, as bars, for periods are of many lengths; the oldest first. */
record UseChart(List<Bar> bars) {

    static final UseChart NONE = new UseChart(List.of());

    private static final int BARS = 5;
    private static final int HUNDRED = 100;

    /**
     * One period.
     *
     * @param percent of the longest bar
     * @param isBilled whether it is what the invoice is for
     */
    record Bar(MeasuredUse use, long percent, boolean isBilled) {}

    /** Of the latest uses first; one alone is compared with nothing, and is no chart. */
    static UseChart of(List<MeasuredUse> latest, Optional<MeasuredUse> billed) {
        var shown = latest.stream().limit(BARS).toList().reversed();
        var most = shown.stream().mapToLong(MeasuredUse::litresPerDay).max().orElse(0);
        return shown.size() < 2 || most == 0
                ? NONE
                : new UseChart(shown.stream()
                        .map(use -> new Bar(
                                use,
                                use.litresPerDay() * HUNDRED / most,
                                isOf(use, billed.map(MeasuredUse::days).orElse(null))))
                        .toList());
    }

    private static boolean isOf(MeasuredUse use, @Nullable Period billed) {
        return use.days().equals(billed);
    }
}
