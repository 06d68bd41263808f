package fr.ondine.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** {@code ondine.jar --help}: what there is to be done, and every setting. */
final class Help {

    static final String NAME = "--help";

    private Help() {}

    static String text() {
        try (var text = Objects.requireNonNull(Help.class.getResourceAsStream("help.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int print() {
        System.out.print(text());
        return TenantCommand.DONE;
    }
}
