package fr.ondine.platform.facturx;

/** What a line counts (UN/ECE recommendation 20). */
enum UnitCode {
    CUBIC_METRE("MTQ"),
    DAY("DAY"),
    MONTH("MON"),
    YEAR("ANN"),
    HOUR("HUR"),
    ONE("C62");

    private final String code;

    UnitCode(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** Of a unit as invoices are printed with; what nobody knows is a number of things. */
    static UnitCode of(String printed) {
        return switch (printed.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "m³", "m3" -> CUBIC_METRE;
            case "jour", "jours" -> DAY;
            case "mois" -> MONTH;
            case "an", "ans", "année", "années" -> YEAR;
            case "h", "heure", "heures" -> HOUR;
            default -> ONE;
        };
    }
}
