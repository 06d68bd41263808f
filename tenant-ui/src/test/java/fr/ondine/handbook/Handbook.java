package fr.ondine.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What {@code docs/operating.md} says to type, block by block. */
record Handbook(List<Block> blocks) {

    private static final Pattern PART =
            Pattern.compile("^##+ (?<heading>[^\n]+)$|^```sh\n(?<block>.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** Commands below one heading that are typed one after the other. */
    record Block(String heading, String text) {}

    static Handbook read() {
        try {
            return of(Files.readString(Path.of("../docs/operating.md")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Handbook of(String page) {
        var found = new ArrayList<Block>();
        var heading = "";
        for (var parts = PART.matcher(page); parts.find(); ) {
            if (parts.group("heading") == null) {
                found.add(new Block(heading, parts.group("block")));
            } else {
                heading = parts.group("heading");
            }
        }
        return new Handbook(List.copyOf(found));
    }

    /** All that stands below one heading, in the order of the page. */
    List<String> below(String heading) {
        var texts = blocks.stream()
                .filter(block -> block.heading().equals(heading))
                .map(Block::text)
                .toList();
        if (texts.isEmpty()) {
            throw new AssertionError("nothing is typed below " + heading);
        }
        return texts;
    }
}
