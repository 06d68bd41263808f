package fr.ondine.tenantconfig;

import java.util.Locale;
import org.snakeyaml.engine.v2.nodes.Node;

/** A node of the YAML text with the path of keys that leads to it. */
record Place(String path, Node node) {

    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    Place child(String key, Node child) {
        return new Place(path.isEmpty() ? key : path + "." + key, child);
    }

    /** The key of a record's component: {@code claimKey} is written {@code claim-key}. */
    static String key(String component) {
        return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
