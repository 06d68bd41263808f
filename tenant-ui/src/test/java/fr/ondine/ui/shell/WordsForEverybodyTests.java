package fr.ondine.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read speaks to women and men alike: no participle agrees with a reader of whom it makes a man. */
class WordsForEverybodyTests {

    private static final List<Path> TEXTS = List.of(
            Path.of("src/main/resources"),
            Path.of("../platform/src/main/resources"),
            Path.of("../tenant-config/src/main/resources"));

    private static final Pattern TO_A_MAN = Pattern.compile(
            "(?iU)\\bvous (?:y |vous )?(?:êtes|étiez|serez|restez|avez été|n''?êtes (?:plus|pas)) (?:déjà |bien )?(?:\\p{L}+[éiu]|inscrit)\\b"
                    + "|\\b(?:restant|rester|restez|être) (?:dé)?connecté\\b"
                    + "|\\bvous a (?:bien )?(?:reconnu|identifié|inscrit|invité|déconnecté|prévenu|informé)\\b");

    @Test
    void no_text_speaks_to_a_man_alone() {
        var texts = TEXTS.stream().flatMap(WordsForEverybodyTests::lines).toList();

        assertThat(texts)
                .hasSizeGreaterThan(3000)
                .noneMatch(line -> TO_A_MAN.matcher(line).find());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vous restez connecté.",
                "Vous n'êtes plus connecté que sur cet appareil.",
                "Vous n''êtes pas inscrit.",
                "Vous vous êtes déconnecté ailleurs.",
                "Vous avez été déconnecté de tous vos appareils.",
                "Vous étiez déjà abonné ?",
                "Vous êtes invité à rejoindre l'équipe",
                "Suivez son lien en restant connecté.",
                "ProConnect vous a reconnu."
            })
    void what_would_is_found(String sentence) {
        assertThat(TO_A_MAN.matcher(sentence).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vous n'êtes pas d'accord ?",
                "un contrat dont vous êtes redevable",
                "Tous vos appareils ont été déconnectés.",
                "Vous avez reçu un e-mail."
            })
    void what_speaks_to_everybody_is_not(String sentence) {
        assertThat(TO_A_MAN.matcher(sentence).find()).isFalse();
    }

    private static Stream<String> lines(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(properties|yaml|html)"))
                    .flatMap(WordsForEverybodyTests::read)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
