package fr.ondine.demo.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The letters of the paper invoices, read once: those of this machine would make other bytes. */
final class PaperFonts {

    static final TrueTypeFont PLAIN = read("Regular");
    static final TrueTypeFont BOLD = read("Bold");

    private PaperFonts() {}

    private static TrueTypeFont read(String style) {
        var file = "/liberation/LiberationSans-" + style + ".ttf";
        try (var in = Objects.requireNonNull(PaperFonts.class.getResourceAsStream(file), file)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
