package fr.ondine.tenantconfig;

import fr.ondine.tenantconfig.ReadingWindow.Opening;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a reading may be sent by the subscriber, and when one is doubted: its volume in percent of the expected one asks
 * for a second confirmation outside the two inner bounds and is refused above the outer one.
 *
 * @param windows the days of the year on which readings are taken; without any, that is every day
 */
public record ReadingRules(
        int confirmBelowPercent,
        int confirmAbovePercent,
        int refuseAbovePercent,
        @EmptyByDefault List<ReadingWindow> windows) {

    private static final int MOST_WINDOWS = 12;

    public ReadingRules {
        Invalid.unless(confirmBelowPercent >= 0 && confirmBelowPercent < 100, "confirmBelowPercent", "percent-below");
        Invalid.unless(confirmAbovePercent > 100, "confirmAbovePercent", "percent-above");
        Invalid.unless(refuseAbovePercent >= confirmAbovePercent, "refuseAbovePercent", "percent-order");
        Invalid.when(windows.size() > MOST_WINDOWS, "windows", "windows-many", MOST_WINDOWS);
        for (var later = 1; later < windows.size(); later++) {
            for (var earlier = 0; earlier < later; earlier++) {
                Invalid.when(
                        windows.get(earlier).overlaps(windows.get(later)),
                        "windows",
                        "windows-overlap",
                        earlier + 1,
                        later + 1);
            }
        }
    }

    /** Any day; ask again under half or over twice the expected volume, refuse over five times. */
    public static ReadingRules defaults() {
        return new ReadingRules(50, 200, 500, List.of());
    }

    /** The days on which readings are taken next, when they are not taken on that day. */
    public Optional<Opening> closedUntil(LocalDate day) {
        return windows.stream()
                .map(window -> window.openingAt(day))
                .min(Comparator.comparing(Opening::first))
                .filter(opening -> opening.first().isAfter(day));
    }
}
