package fr.ondine.ui.operatorapi;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a configuration as an entity tag: what a program has seen, and what it must still find. */
final class SeenVersion {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    /** A version that never is: somebody else's tag fits nothing. */
    private static final int NONE = -1;

    private SeenVersion() {}

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    static int of(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new VersionNeeded();
        }
        var tag = TAG.matcher(ifMatch.strip());
        return tag.matches() ? Integer.parseInt(tag.group(1)) : NONE;
    }
}
