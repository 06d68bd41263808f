package fr.ondine.platform.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names of all acts that the platform writes down, as they stand in its source. */
public final class WrittenActs {

    private static final Pattern WRITES = Pattern.compile("audit\\s*\\.record\\(|String action\\(\\)");
    private static final Pattern ACT = Pattern.compile("\"([a-z][a-z-]*\\.[a-z][a-z-]*)\"");
    /** What looks like an act and is a file. */
    private static final Set<String> OTHERS = Set.of("import.zip");

    private WrittenActs() {}

    public static Set<String> all() {
        var acts = new TreeSet<String>();
        try (var files = Files.walk(Path.of("../platform/src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                if (WRITES.matcher(source).find()) {
                    ACT.matcher(source).results().map(found -> found.group(1)).forEach(acts::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acts.removeAll(OTHERS);
        return acts;
    }
}
