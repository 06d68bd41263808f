package fr.ondine.platform.runs;

import fr.ondine.platform.tariffs.LineUnit;
import java.math.BigDecimal;

/** How units are written on invoices, which stay as they are in whatever language they are looked at. */
final class LineWords {

    private LineWords() {}

    /** In French there are several from two on. */
    static String unit(LineUnit unit, BigDecimal amount) {
        return switch (unit) {
            case CUBIC_METRE -> "m³";
            case DAY -> amount.abs().compareTo(BigDecimal.TWO) < 0 ? "jour" : "jours";
            case MONTH -> "mois";
            case PIECE -> "forfait";
        };
    }
}
