package fr.ondine.helm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of {@code docs/operating.md}, as a shell would split them. */
final class Handbook {

    static final Path FILE = Chart.FOLDER.resolveSibling("docs/operating.md");

    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    private Handbook() {}

    static List<List<String>> commands() {
        return blocks("sh").stream()
                .flatMap(String::lines)
                .flatMap(line -> Pattern.compile(" && ").splitAsStream(line))
                .map(Handbook::words)
                .toList();
    }

    static List<List<String>> commands(String program) {
        return commands().stream()
                .filter(words -> words.getFirst().equals(program))
                .map(words -> words.subList(1, words.size()))
                .toList();
    }

    /** Its example of a values file. */
    static String values() {
        return blocks("yaml").getFirst();
    }

    /** What it says of a values file besides. */
    static List<String> furtherValues() {
        return blocks("yaml").stream().skip(1).toList();
    }

    private static List<String> blocks(String kind) {
        var found = new ArrayList<String>();
        var blocks =
                Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL).matcher(Chart.read(FILE));
        while (blocks.find()) {
            found.add(blocks.group(1));
        }
        return found;
    }

    /** What stands between backticks in a sentence. */
    static List<String> inline() {
        var text = Pattern.compile("```.*?```", Pattern.DOTALL)
                .matcher(Chart.read(FILE))
                .replaceAll("");
        return Pattern.compile("`([^`]+)`")
                .matcher(text)
                .results()
                .map(found -> found.group(1).replace('\n', ' '))
                .toList();
    }

    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> QUOTED.matcher(word.group())
                        .replaceAll(quoted ->
                                Matcher.quoteReplacement(quoted.group(1) == null ? quoted.group(2) : quoted.group(1))))
                .toList();
    }
}
