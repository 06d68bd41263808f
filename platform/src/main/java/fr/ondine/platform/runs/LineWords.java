package fr.ondine.platform.runs;

import fr.ondine.platform.tariffs.LineUnit;

/** How units are written on invoices, which stay as they are in whatever language they are looked at. */
final class LineWords {

    private LineWords() {}

    static String unit(LineUnit unit) {
        return switch (unit) {
            case CUBIC_METRE -> "m³";
            case DAY -> "jours";
            case MONTH -> "mois";
            case PIECE -> "forfait";
        };
    }
}
