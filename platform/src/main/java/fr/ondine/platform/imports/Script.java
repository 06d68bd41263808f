package fr.ondine.platform.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** The statements of an SQL resource; a line that starts with {@code --} and a word opens each and says what it is. */
record Script(List<Step> steps) {

    private static final Pattern OPENING = Pattern.compile("(?m)^(?=--[a-z])");

    /** One statement with the words of its opening line. */
    record Step(List<String> words, String sql) {

        String kind() {
            return words.getFirst();
        }

        String word(int place) {
            return words.get(place);
        }
    }

    static Script read(String resource) {
        try (var in = Objects.requireNonNull(Script.class.getResourceAsStream(resource), resource)) {
            var steps = new ArrayList<Step>();
            for (var block : OPENING.split(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
                if (block.matches("(?s)--[a-z].*")) {
                    steps.add(step(block));
                }
            }
            return new Script(List.copyOf(steps));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Step step(String block) {
        var end = block.indexOf('\n');
        return new Step(Arrays.asList(block.substring(2, end).split(" ")), block.substring(end + 1));
    }
}
