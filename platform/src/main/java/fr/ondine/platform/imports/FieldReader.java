package fr.ondine.platform.imports;

/** Understands one field that is filled in: what to store of it, or a {@link Refused}. */
@FunctionalInterface
interface FieldReader {

    String read(String field);
}
