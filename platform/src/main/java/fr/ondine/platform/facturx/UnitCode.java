package fr.ondine.platform.facturx;

import fr.ondine.platform.kernel.Quantity;
import java.math.BigDecimal;
import java.util.Locale;

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
        if (new Quantity(BigDecimal.ONE, printed).isOfCubicMetres()) {
            return CUBIC_METRE;
        }
        return switch (printed.strip().toLowerCase(Locale.ROOT)) {
            case "jour", "jours" -> DAY;
            case "mois" -> MONTH;
            case "an", "ans", "année", "années" -> YEAR;
            case "h", "heure", "heures" -> HOUR;
            default -> ONE;
        };
    }
}
