package fr.ondine.platform.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes French braille for an embosser (BRF) by the command of liblouis, where it is installed. */
@Component
public class Braille {

    /** How a text is written in the unified French code (code braille français uniformisé). */
    public enum Grade {
        /** Letter by letter (intégral). */
        UNCONTRACTED("fr-bfu-comp6.utb"),
        /** With the abbreviations of practised readers (abrégé). */
        CONTRACTED("fr-bfu-g2.ctb");

        private final String table;

        Grade(String table) {
            this.table = table;
        }
    }

    private static final String COMMAND = "lou_translate";
    private static final String SIGNS = "en-us-brf.dis,";
    private static final int SECONDS = 10;

    public boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, COMMAND)));
    }

    /** Pages of 27 lines of 30 cells; {@link BrailleMissing} where liblouis is not installed. */
    public byte[] brf(String text, Grade grade) {
        if (!isInstalled()) {
            throw new BrailleMissing();
        }
        try {
            var cells = translated(BrailleText.of(text), grade);
            return BraillePages.of(cells.lines().toList()).getBytes(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** By files: a pipe that fills while the other side writes would wait for ever. */
    private static String translated(String text, Grade grade) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("braille");
        try {
            var typed = Files.writeString(folder.resolve("text"), text);
            var cells = folder.resolve("cells");
            var work = new ProcessBuilder(COMMAND, "--forward", SIGNS + grade.table)
                    .redirectInput(typed.toFile())
                    .redirectOutput(cells.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!work.waitFor(SECONDS, TimeUnit.SECONDS) || work.exitValue() != 0) {
                work.destroyForcibly();
                throw new IllegalStateException("liblouis did not translate by " + grade.table);
            }
            return Files.readString(cells, StandardCharsets.US_ASCII);
        } finally {
            org.springframework.util.FileSystemUtils.deleteRecursively(folder);
        }
    }
}
