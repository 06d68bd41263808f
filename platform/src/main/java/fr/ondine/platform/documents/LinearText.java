package fr.ondine.platform.documents;

import java.util.ArrayList;
import java.util.List;

/** A document read from top to bottom, each thing with its name: as plain text, in large print, in braille. */
public record LinearText(String title, List<Part> parts) {

    /** What stands under one heading. */
    public record Part(String heading, List<Entry> entries) {

        public Part {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A thing with its name, or a sentence that needs none.
     *
     * @param label empty before a sentence
     */
    public record Entry(String label, String value) {

        public String line() {
            return label.isEmpty() ? value : label + "\u00a0: " + value;
        }
    }

    public LinearText {
        parts = parts.stream().filter(part -> !part.entries().isEmpty()).toList();
    }

    /** As lines, the headings between blank ones. */
    public String plain() {
        var lines = new ArrayList<String>();
        lines.add(title);
        parts.forEach(part -> {
            lines.add("");
            lines.add(part.heading());
            part.entries().forEach(entry -> lines.add(entry.line()));
        });
        return String.join("\n", lines) + "\n";
    }
}
