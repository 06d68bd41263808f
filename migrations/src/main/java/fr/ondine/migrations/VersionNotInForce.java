package fr.ondine.migrations;

/** Somebody else put another configuration in force since the one that was looked at. */
public final class VersionNotInForce extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VersionNotInForce(String slug, int seen) {
        super("version " + seen + " of " + slug + " is not in force any more");
    }
}
