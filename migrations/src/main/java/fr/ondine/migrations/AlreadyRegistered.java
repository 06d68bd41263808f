package fr.ondine.migrations;

/** A utility of that short name exists; whoever adds one meant another. */
public final class AlreadyRegistered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlreadyRegistered(String slug) {
        super(slug + " exists");
    }
}
