package fr.ondine.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The image as the Dockerfile tells it, a line for each instruction. */
record Dockerfile(List<Line> lines) {

    static final Path HERE = Path.of("..").toAbsolutePath().normalize();

    /** An instruction: {@code COPY}, and what follows it. */
    record Line(String word, String rest) {

        List<String> words() {
            return Arrays.asList(rest.split("\\s+"));
        }
    }

    static Dockerfile read() throws IOException {
        var text = Files.readString(HERE.resolve("Dockerfile"))
                .replaceAll("(?m)^#.*\n", "")
                .replaceAll("\\\\\n", " ");
        return new Dockerfile(text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\\s+", 2))
                .map(parts -> new Line(parts[0], parts[1].strip()))
                .toList());
    }
}
