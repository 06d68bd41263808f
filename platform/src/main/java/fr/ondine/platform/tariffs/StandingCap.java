package fr.ondine.platform.tariffs;

/**
 * The greatest share that standing charges may have in the cost of 120 m³ (CGCT L2224-12-4 I, arrêté of 6 August 2007):
 * of water and of sewerage each, excluding VAT and levies, for one dwelling and twelve months.
 */
public enum StandingCap {
    ORDINARY(30),
    RURAL(40),
    /** A commune classed as touristic, to which the rule does not apply. */
    TOURIST(100);

    private final int percent;

    StandingCap(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }
}
