package fr.ondine.ui.staff;

/** Amounts as people write them: 5, 5,5 or 5,50; what is none stays as it was typed and is refused. */
final class Euros {

    private Euros() {}

    static String written(String typed) {
        var point = typed.strip().replace(',', '.');
        if (point.matches("\\d+")) {
            return point + ".00";
        }
        if (point.matches("\\d+\\.\\d")) {
            return point + "0";
        }
        return point.matches("\\d+\\.\\d{2}") ? point : typed.strip();
    }
}
