package fr.ondine.migrations;

import java.util.List;

/** A schema has received change sets that this release does not know, or knows with another text. */
public final class UnknownChangeSets extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> names;

    UnknownChangeSets(List<String> names) {
        super("unknown change sets: " + String.join(", ", names));
        this.names = List.copyOf(names);
    }

    public List<String> names() {
        return names;
    }
}
