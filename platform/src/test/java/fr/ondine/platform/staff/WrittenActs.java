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

    private static final Pattern WRITES = Pattern.compile("audit\\s*\\.record\\(|coming\\.note\\(|String action\\(\\)");
    private static final Pattern ACT = Pattern.compile("\"([a-z][a-z-]*\\.[a-z][a-z-]*)\"");
    private static final Pattern PUT_TOGETHER = Pattern.compile("\"[a-z][a-z-]*\\.\" \\+");
    private static final Pattern TELLS = Pattern.compile("private final WatchedLimits ");
    private static final Pattern LIMIT = Pattern.compile("RateLimit(?:\\.ofAll)?\\(\\s*\"([a-z-]+)\"");
    /** What looks like an act and is a file. */
    private static final Set<String> OTHERS = Set.of("import.zip");

    private WrittenActs() {}

    public static Set<String> all() {
        var acts = found(WRITES, ACT);
        acts.removeAll(OTHERS);
        return acts;
    }

    /** What limits are called that the trail tells of. */
    public static Set<String> limits() {
        return found(TELLS, LIMIT);
    }

    /** What is begun in one place and ended in another, so that nobody finds it. */
    static Set<String> putTogether() {
        return found(WRITES, PUT_TOGETHER);
    }

    private static Set<String> found(Pattern where, Pattern what) {
        var found = new TreeSet<String>();
        try (var files = Files.walk(Path.of("../platform/src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                if (where.matcher(source).find()) {
                    what.matcher(source)
                            .results()
                            .map(match -> match.group(match.groupCount()))
                            .forEach(found::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
