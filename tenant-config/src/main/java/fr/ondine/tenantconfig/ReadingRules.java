package fr.ondine.tenantconfig;

/**
 * When a reading sent by the subscriber is doubted: its volume in percent of the expected one asks for a second
 * confirmation outside the two inner bounds and is refused above the outer one.
 */
public record ReadingRules(int confirmBelowPercent, int confirmAbovePercent, int refuseAbovePercent) {

    public ReadingRules {
        Invalid.unless(confirmBelowPercent >= 0 && confirmBelowPercent < 100, "confirmBelowPercent", "percent-below");
        Invalid.unless(confirmAbovePercent > 100, "confirmAbovePercent", "percent-above");
        Invalid.unless(refuseAbovePercent >= confirmAbovePercent, "refuseAbovePercent", "percent-order");
    }

    /** Ask again under half or over twice the expected volume, refuse over five times. */
    public static ReadingRules defaults() {
        return new ReadingRules(50, 200, 500);
    }
}
