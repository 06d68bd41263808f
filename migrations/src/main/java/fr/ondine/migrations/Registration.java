package fr.ondine.migrations;

import java.util.List;

/**
 * What the registry is told of a utility when a configuration comes into force.
 *
 * @param configuration the YAML text, as it was given
 * @param by who put it in force, as {@code operator:name}
 * @param reason in that person's words, or empty
 */
public record Registration(
        String slug, String name, String configuration, List<String> hosts, String by, String reason) {

    public Registration {
        hosts = List.copyOf(hosts);
    }
}
