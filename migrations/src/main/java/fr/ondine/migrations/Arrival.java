package fr.ondine.migrations;

import java.util.List;

/**
 * A utility that comes from another platform.
 *
 * @param utility as it will be registered here
 * @param changeSets those that its schema has received there, each with the digest of its text
 */
public record Arrival(Registration utility, UtilityPast past, List<String> changeSets) {

    public Arrival {
        changeSets = List.copyOf(changeSets);
    }
}
