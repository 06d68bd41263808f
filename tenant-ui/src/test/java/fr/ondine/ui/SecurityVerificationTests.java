package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.GuessableWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/security-verification.md says is shown by a test is, and no requirement is left out. */
class SecurityVerificationTests {

    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/security-verification.md");

    /** Chapter and section, then the requirements of levels 1 and 2 in ASVS 5.0.0. */
    private static final Map<String, Integer> SECTIONS = Map.ofEntries(
            Map.entry("3.2", 2),
            Map.entry("3.3", 4),
            Map.entry("3.4", 6),
            Map.entry("3.5", 5),
            Map.entry("3.7", 2),
            Map.entry("6.1", 3),
            Map.entry("6.2", 12),
            Map.entry("6.3", 4),
            Map.entry("6.4", 4),
            Map.entry("6.5", 5),
            Map.entry("6.6", 3),
            Map.entry("6.8", 4),
            Map.entry("7.1", 3),
            Map.entry("7.2", 4),
            Map.entry("7.3", 2),
            Map.entry("7.4", 5),
            Map.entry("7.5", 2),
            Map.entry("7.6", 2),
            Map.entry("8.1", 2),
            Map.entry("8.2", 3),
            Map.entry("8.3", 1),
            Map.entry("8.4", 1),
            Map.entry("9.1", 3),
            Map.entry("9.2", 4),
            Map.entry("10.1", 2),
            Map.entry("10.2", 2),
            Map.entry("10.3", 4),
            Map.entry("10.4", 11),
            Map.entry("10.5", 5),
            Map.entry("10.6", 2),
            Map.entry("10.7", 3));

    private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern SHOWN = Pattern.compile("(\\w+Tests)\\.(\\w+)");
    private static final Pattern RUNS = Pattern.compile("\n    @(Test|ParameterizedTest|TestFactory)\\b");
    private static final Pattern REASONED = Pattern.compile("exception(, open)?: \\S.{15,}");

    private final String page = read(PAGE);
    private final Map<String, String> sources = sources();

    @Test
    void each_requirement_is_there_once() {
        var wanted = SECTIONS.entrySet().stream()
                .flatMap(section -> Stream.iterate(1, number -> number + 1)
                        .limit(section.getValue())
                        .map(number -> section.getKey() + "." + number));

        assertThat(requirements().map(List::getFirst)).containsExactlyInAnyOrderElementsOf(wanted.toList());
    }

    @Test
    void each_row_has_a_test_or_an_exception_with_its_reason() {
        assertThat(requirements())
                .allSatisfy(row -> assertThat(row)
                        .as(row.getFirst())
                        .hasSize(4)
                        .noneMatch(String::isBlank)
                        .last()
                        .matches(SecurityVerificationTests::isAnswer));
        assertThat(page).doesNotContain("being built");
        assertThat(attacks())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).hasSize(2).last().matches(SecurityVerificationTests::isAnswer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "being built", "being built: soon", "exception", "exception: later", "`SomeTests`"})
    void what_is_neither_is_no_answer(String cell) {
        assertThat(isAnswer(cell)).isFalse();
        assertThat(isAnswer("`SecurityVerificationTests.each_requirement_is_there_once`; " + cell))
                .as("nor beside one")
                .isFalse();
    }

    @Test
    void each_test_that_is_named_is_there() {
        var named = Stream.concat(requirements(), attacks())
                .flatMap(row -> CODE.matcher(row.getLast()).results())
                .map(code -> code.group(1))
                .distinct()
                .toList();

        assertThat(named)
                .hasSizeGreaterThan(100)
                .filteredOn(name -> SHOWN.matcher(name).matches())
                .allMatch(this::isThere);
        assertThat(named)
                .filteredOn(name -> !SHOWN.matcher(name).matches())
                .as("written as code, and no test")
                .isSubsetOf("<base>", "acr");
    }

    @Test
    void each_word_that_is_said_to_count_for_nothing_does() {
        var said = page.replaceAll("(?s).*## Words that count for nothing in a password\n\n(.*?)\n\n.*", "$1");
        var words = CODE.matcher(said).results().map(word -> word.group(1)).toList();

        assertThat(words)
                .hasSizeGreaterThan(5)
                .allMatch(word -> GuessableWords.decisive(word + "-1234", word.length() + 5, GuessableWords.of())
                        .isPresent());
    }

    private static boolean isAnswer(String cell) {
        return Arrays.stream(cell.split("; "))
                .allMatch(part -> REASONED.matcher(part).matches()
                        || CODE.matcher(part)
                                .results()
                                .anyMatch(code -> SHOWN.matcher(code.group(1)).matches()));
    }

    /** And runs: a method that was a test once, and is called by others now, shows nothing by itself. */
    private boolean isThere(String name) {
        var parts = name.split("\\.");
        var source = sources.getOrDefault(parts[0], "");
        return Pattern.compile("\n +[\\w<>]+ " + parts[1] + "\\(")
                .matcher(source)
                .results()
                .anyMatch(method -> {
                    var before = source.substring(0, method.start());
                    var own = before.substring(before.lastIndexOf("\n    }\n") + 1);
                    return RUNS.matcher(own).find() && !own.contains("@Disabled");
                });
    }

    private Stream<List<String>> requirements() {
        return rows().filter(row -> NUMBER.matcher(row.getFirst()).matches());
    }

    private Stream<List<String>> attacks() {
        var table = page.substring(page.indexOf("## Attacks"));
        return rows().filter(row -> row.size() == 2 && table.contains("| " + row.getFirst() + " |"))
                .filter(row ->
                        !row.getFirst().equals("attack") && !row.getFirst().startsWith("---"));
    }

    private Stream<List<String>> rows() {
        return page.lines()
                .filter(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList());
    }

    /** The tests of all modules, by the name of their class; two of one name are one text. */
    private static Map<String, String> sources() {
        var found = new HashMap<String, String>();
        for (var module : List.of("migrations", "tenant-config", "platform", "tenant-ui")) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.filter(file -> file.getFileName().toString().endsWith("Tests.java"))
                        .forEach(file -> found.merge(
                                file.getFileName().toString().replace(".java", ""), read(file), String::concat));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
