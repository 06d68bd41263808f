package fr.ondine.ui.staff;

/** Whole numbers as they are typed; what is none stays as it is and is refused. */
final class WholeNumbers {

    private WholeNumbers() {}

    static Object written(String typed) {
        var stripped = typed.strip();
        return stripped.matches("\\d{1,6}") ? Integer.valueOf(stripped) : stripped;
    }
}
