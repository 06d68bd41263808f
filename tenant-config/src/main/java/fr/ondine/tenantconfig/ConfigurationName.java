package fr.ondine.tenantconfig;

import java.util.ArrayList;
import java.util.List;

/** Gives the YAML text of a configuration another short name and other hosts; every other line stays as it is. */
public final class ConfigurationName {

    private ConfigurationName() {}

    public static String change(String yaml, String slug, List<String> hosts) {
        var renamed = replaced("slug", slug, yaml);
        return replaced("hosts", "[" + String.join(", ", hosts) + "]", renamed);
    }

    /** A group's lines are those that are indented or listed after the line that names it, and what stands between them. */
    private static String replaced(String key, String value, String yaml) {
        var lines = yaml.lines().toList();
        var kept = new ArrayList<String>();
        for (var next = 0; next < lines.size(); next++) {
            if (lines.get(next).startsWith(key + ":")) {
                kept.add(key + ": " + value);
                next = endOfGroup(lines, next);
            } else {
                kept.add(lines.get(next));
            }
        }
        return String.join("\n", kept) + "\n";
    }

    private static int endOfGroup(List<String> lines, int named) {
        var last = named;
        for (var line = named + 1; line < lines.size() && !isOfTheNext(lines.get(line)); line++) {
            if (continues(lines.get(line))) {
                last = line;
            }
        }
        return last;
    }

    private static boolean isOfTheNext(String line) {
        return !continues(line) && !line.isBlank() && !line.startsWith("#");
    }

    private static boolean continues(String line) {
        return line.startsWith(" ") && !line.isBlank() || line.startsWith("-") || line.startsWith("]");
    }
}
