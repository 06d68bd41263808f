package fr.ondine.migrations;

/** A utility cannot go from the state in which it is to the one that was asked for. */
public final class StateNotAllowed extends RuntimeException {

    private final String from;

    StateNotAllowed(String slug, String from, UtilityState to) {
        super(slug + " is " + from + " and cannot become " + to);
        this.from = from;
    }

    /** The state in which the utility is, or empty when there is no such utility. */
    public String from() {
        return from;
    }
}
