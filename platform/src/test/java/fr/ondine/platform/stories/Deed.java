package fr.ondine.platform.stories;

import java.util.Set;

/**
 * What was done.
 *
 * @param touched the contracts that it may have changed
 * @param again does the same once more, which must change nothing
 */
record Deed(String words, Set<Party> touched, Runnable again) {

    static final Deed NONE = new Deed("", Set.of(), () -> {});

    static Deed of(Party party, String words, Runnable again) {
        return new Deed(words, Set.of(party), again);
    }

    /** Something that the portal has not heard of yet. */
    static Deed elsewhere(Party party, String words) {
        return new Deed(words + " (" + party + ")", Set.of(), () -> {});
    }

    boolean isNothing() {
        return words.isEmpty();
    }
}
