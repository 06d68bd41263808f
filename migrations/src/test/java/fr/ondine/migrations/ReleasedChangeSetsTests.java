package fr.ondine.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Utilities' schemas are made of the change sets of every release so far, so none of those is edited, moved or removed.
 * They are listed in {@code released/}, with a checksum each; the commit that a release is made of appends its own.
 */
class ReleasedChangeSetsTests {

    private static final Pattern INCLUDE = Pattern.compile("file:\\s*([^\\s}]+)");
    private static final Pattern CHANGE_SET = Pattern.compile("(?m)^(?=--changeset )");

    @ParameterizedTest
    @ValueSource(strings = {"tenant", "platform"})
    void what_was_released_stays_as_it_was_and_comes_first(String root) {
        var released = Changelog.resource("released/" + root + ".txt").lines().toList();

        assertThat(changeSets(Changelog.resource("db/" + root + "/changelog.yaml")))
                .as("a change set of a release is never edited: write another that goes on from it")
                .startsWith(released.toArray(String[]::new));
        assertThat(released).isNotEmpty();
    }

    private static List<String> changeSets(String changelog) {
        return INCLUDE.matcher(changelog)
                .results()
                .map(include -> include.group(1))
                .flatMap(path -> changeSetsIn(path, Changelog.resource(path)))
                .toList();
    }

    private static Stream<String> changeSetsIn(String path, String text) {
        return CHANGE_SET.splitAsStream(text).skip(1).map(changeSet -> line(path, changeSet.strip()));
    }

    private static String line(String path, String changeSet) {
        var name = changeSet.lines().findFirst().orElseThrow().split(" ", -1)[1];
        return digest(changeSet) + " " + path + " " + name;
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
