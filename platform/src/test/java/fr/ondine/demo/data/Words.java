package fr.ondine.demo.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lists of names, streets and communes that fictional people are made of. */
final class Words {

    static final List<String> WOMEN = lines("prenoms-femmes.txt");
    static final List<String> MEN = lines("prenoms-hommes.txt");
    static final List<String> FAMILIES = lines("noms.txt");
    static final List<String> STREETS = lines("rues.txt");

    private Words() {}

    static List<String> lines(String file) {
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
