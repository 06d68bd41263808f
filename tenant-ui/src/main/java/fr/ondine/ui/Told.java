package fr.ondine.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a command did to a utility, where there is no more to show than that. */
record Told(String slug, String done, @Nullable Instant possibleAfter) {

    Told(String slug, String done) {
        this(slug, done, null);
    }

    @Override
    public String toString() {
        return possibleAfter == null ? done : "possible after " + possibleAfter;
    }
}
