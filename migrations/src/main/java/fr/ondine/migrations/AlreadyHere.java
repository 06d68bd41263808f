package fr.ondine.migrations;

/** A utility cannot arrive under a short name that is in use, be it by a schema that nobody knows. */
public final class AlreadyHere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlreadyHere(String slug) {
        super(slug + " is already here");
    }
}
