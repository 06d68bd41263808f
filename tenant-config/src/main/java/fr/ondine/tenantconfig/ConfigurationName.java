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

    /** A group's lines are those that are indented, listed or blank after the line that names it. */
    private static String replaced(String key, String value, String yaml) {
        var lines = new ArrayList<String>();
        var inGroup = false;
        for (var line : yaml.lines().toList()) {
            if (line.startsWith(key + ":")) {
                lines.add(key + ": " + value);
                inGroup = true;
            } else if (!inGroup || !continues(line)) {
                lines.add(line);
                inGroup = false;
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static boolean continues(String line) {
        return line.startsWith(" ") || line.startsWith("-") || line.startsWith("]");
    }
}
