package fr.ondine.migrations;

import java.util.List;

/**
 * A utility that comes from another platform.
 *
 * @param utility as it will be registered here
 * @param changeSets those that its schema has received there, each with the digest of its text
 * @param quiet whether it is only to be looked at: none of its work is ever done here
 */
public record Arrival(Registration utility, UtilityPast past, List<String> changeSets, boolean quiet) {

    public Arrival(Registration utility, UtilityPast past, List<String> changeSets) {
        this(utility, past, changeSets, false);
    }

    public Arrival {
        changeSets = List.copyOf(changeSets);
    }
}
