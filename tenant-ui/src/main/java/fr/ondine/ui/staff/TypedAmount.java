package fr.ondine.ui.staff;

/** An amount as people write it: 5, 5,5 or 5,50. */
final class TypedAmount {

    private TypedAmount() {}

    /** As a configuration has it; what is no amount stays as it was typed and is refused. */
    static String written(String typed) {
        var point = typed.strip().replace(',', '.');
        if (point.matches("\\d+")) {
            return point + ".00";
        }
        return point.matches("\\d+\\.\\d") ? point + "0" : point;
    }
}
