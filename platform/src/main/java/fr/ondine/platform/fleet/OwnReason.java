package fr.ondine.platform.fleet;

import java.util.regex.Pattern;

/** Why a configuration came into force, where the platform itself says it; a person's reason may not look like that. */
final class OwnReason {

    private static final Pattern OWN = Pattern.compile("version \\d+|from \\S+ as of \\S+");

    private OwnReason() {}

    static String rolledBackTo(int version) {
        return "version " + version;
    }

    static String importedFrom(ExportManifest manifest) {
        return "from " + manifest.slug() + " as of " + manifest.exportedAt();
    }

    /** Gives back what a person typed, as it is kept. */
    static String notIn(String typed) {
        if (OWN.matcher(typed.strip()).matches()) {
            throw new ReasonReserved();
        }
        return typed;
    }
}
