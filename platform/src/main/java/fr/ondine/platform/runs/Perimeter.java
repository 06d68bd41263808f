package fr.ondine.platform.runs;

import java.util.List;

/**
 * Which agreements a run is for.
 *
 * @param of rounds, streets or numbers of agreements, as they are stored; none where all are meant
 */
public record Perimeter(Kind kind, List<String> of) {

    /** How they are chosen. */
    public enum Kind {
        ALL,
        ROUND,
        STREET,
        LIST
    }

    public Perimeter {
        of = List.copyOf(of);
    }

    public static Perimeter everybody() {
        return new Perimeter(Kind.ALL, List.of());
    }

    /** A condition on {@code a}, {@code sp} and {@code pr}: an agreement, its service point and its premise. */
    String condition() {
        return switch (kind) {
            case ALL -> "true";
            case ROUND -> "sp.round = any(:of)";
            case STREET -> "pr.street = any(:of)";
            case LIST -> "a.number = any(:of)";
        };
    }
}
