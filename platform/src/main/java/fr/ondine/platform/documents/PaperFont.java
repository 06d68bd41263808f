package fr.ondine.platform.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The letters of papers, whose files are read once and parsed for each document, as the library wants it. */
enum PaperFont {
    REGULAR("Regular"),
    BOLD("Bold");

    static final String FAMILY = "Liberation Sans";

    private final byte[] file;

    PaperFont(String style) {
        try (var found = Objects.requireNonNull(
                PaperFont.class.getResourceAsStream("/liberation/LiberationSans-" + style + ".ttf"))) {
            file = found.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without ligatures: to look for them took half of the time of a paper, and French papers do without. */
    PDFont in(PDDocument pdf) {
        try {
            var font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            font.setEnableGsub(false);
            return PDType0Font.load(pdf, font, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
