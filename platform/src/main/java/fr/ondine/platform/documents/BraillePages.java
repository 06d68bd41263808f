package fr.ondine.platform.documents;

import java.util.ArrayList;
import java.util.List;

/** Breaks lines of braille into pages of an embosser: a form feed between them, no word cut that fits on a line. */
final class BraillePages {

    private static final int CELLS = 30;
    private static final int LINES = 27;
    private static final String INDENT = "  ";

    private final List<String> broken = new ArrayList<>();

    private BraillePages() {}

    static String of(List<String> lines) {
        var pages = new BraillePages();
        lines.forEach(pages::add);
        return pages.pages();
    }

    /** What goes on on the next line is indented, so that a new line is felt. */
    private void add(String line) {
        var now = new StringBuilder();
        for (var word : line.strip().split(" +", -1)) {
            var rest = word;
            if (!now.isEmpty() && !now.toString().equals(INDENT)) {
                if (now.length() + 1 + rest.length() <= CELLS) {
                    now.append(' ').append(rest);
                    continue;
                }
                now = flushed(now);
            }
            while (now.length() + rest.length() > CELLS) {
                var fits = CELLS - now.length();
                now.append(rest, 0, fits);
                rest = rest.substring(fits);
                now = flushed(now);
            }
            now.append(rest);
        }
        broken.add(now.toString());
    }

    private StringBuilder flushed(StringBuilder line) {
        broken.add(line.toString());
        return new StringBuilder(INDENT);
    }

    private String pages() {
        var text = new StringBuilder();
        for (var at = 0; at < broken.size(); at++) {
            if (at > 0 && at % LINES == 0) {
                text.append('\f');
            }
            text.append(broken.get(at)).append("\r\n");
        }
        return text.toString();
    }
}
