package fr.ondine.platform.imports;

import java.util.function.UnaryOperator;

/**
 * A column of a CSV file and of the temporary table it is loaded into.
 *
 * @param shown how a refused value appears in the report; secrets do not
 */
record Column(
        String header, String name, String type, boolean required, FieldReader reader, UnaryOperator<String> shown) {

    static Column required(String header, String name, String type, FieldReader reader) {
        return new Column(header, name, type, true, reader, UnaryOperator.identity());
    }

    static Column optional(String header, String name, String type, FieldReader reader) {
        return new Column(header, name, type, false, reader, UnaryOperator.identity());
    }

    Column shownAs(UnaryOperator<String> mask) {
        return new Column(header, name, type, required, reader, mask);
    }

    String definition() {
        return name + " " + type;
    }
}
