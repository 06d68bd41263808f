package fr.ondine.ui;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One of our settings, by its name in {@code --help}: what each installation chooses stands there in capitals, as SLUG. */
final class KnownSetting {

    private static final Pattern NAME = Pattern.compile("\\bondine(?:\\.[A-Za-z-]*[A-Za-z]){2,}");

    /** By its default, which stands beside it. */
    private static final Pattern DURATION = Pattern.compile(NAME.pattern() + "(?= +\\d+(?:ms|s|m|h|d)\\b)");

    private final String name;
    private final Pattern property;
    private final Pattern variable;

    private KnownSetting(String name) {
        this.name = name;
        this.property = pattern(name, "\\.", "");
        this.variable = pattern(name, "_", "_?");
    }

    static List<KnownSetting> all() {
        return named(NAME);
    }

    static List<KnownSetting> durations() {
        return named(DURATION);
    }

    private static List<KnownSetting> named(Pattern names) {
        return names.matcher(Help.text())
                .results()
                .map(found -> found.group())
                .distinct()
                .map(KnownSetting::new)
                .toList();
    }

    /** As a setting is given by the environment. */
    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
    }

    String name() {
        return name;
    }

    String variable() {
        return variable(name);
    }

    /** The second word of the name, by which settings that belong together begin. */
    String section() {
        return name.split("\\.", -1)[1];
    }

    /** Whether that is it, in a file or an argument: dashes and capitals count for nothing, as Spring has it. */
    boolean isProperty(String given) {
        return property.matcher(plain(given)).matches();
    }

    boolean isVariable(String given) {
        return variable.matcher(given.toLowerCase(Locale.ROOT)).matches();
    }

    int fromProperty(String given) {
        return letters(plain(name), plain(given), ".");
    }

    int fromVariable(String given) {
        return letters(variable(), given.toUpperCase(Locale.ROOT), "_");
    }

    /** What an installation may choose is no mistake, whatever it is. */
    private int letters(String ours, String given, String separator) {
        var named = name.split("\\.", -1);
        var words = ours.split(Pattern.quote(separator), -1);
        var typed = given.split(Pattern.quote(separator), -1);
        var meant = IntStream.range(0, words.length)
                .mapToObj(word -> isChosen(named[word]) && word < typed.length ? typed[word] : words[word])
                .collect(Collectors.joining(separator));
        return Nearest.letters(meant, given);
    }

    private static String plain(String given) {
        return given.toLowerCase(Locale.ROOT).replace('[', '.').replaceAll("[^a-z0-9.]", "");
    }

    /** A dash may be an underscore in a variable, though not before a word that Spring must find by itself. */
    private static Pattern pattern(String name, String separator, String dash) {
        var words = List.of(name.split("\\.", -1));
        var open = words.stream().takeWhile(word -> !isChosen(word)).count();
        return Pattern.compile(IntStream.range(0, words.size())
                        .mapToObj(word -> isChosen(words.get(word))
                                ? "[a-z0-9]+"
                                : words.get(word).replace("-", word < open && open < words.size() ? "" : dash))
                        .collect(Collectors.joining(separator))
                + "(?:" + separator + "[0-9]+)?"); // of a list
    }

    private static boolean isChosen(String word) {
        return Character.isUpperCase(word.charAt(0));
    }
}
