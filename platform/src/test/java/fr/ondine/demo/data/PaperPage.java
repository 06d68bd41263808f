package fr.ondine.demo.data;

import fr.ondine.tenantconfig.Colour;
import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Writes words at a place of a page. */
final class PaperPage {

    private final PDPageContentStream content;
    private final PDFont plain;
    private final PDFont bold;

    PaperPage(PDPageContentStream content, PDFont plain, PDFont bold) {
        this.content = content;
        this.plain = plain;
        this.bold = bold;
    }

    /** What is drawn and written from here on has this colour. */
    void colour(Colour colour) throws IOException {
        content.setNonStrokingColor(Color.decode(colour.hex()));
    }

    void box(float x, float y, float width, float height) throws IOException {
        content.addRect(x, y, width, height);
        content.fill();
    }

    void text(float x, float y, int size, String words) throws IOException {
        write(plain, x, y, size, words);
    }

    void bold(float x, float y, int size, String words) throws IOException {
        write(bold, x, y, size, words);
    }

    void right(float x, float y, int size, String words) throws IOException {
        write(plain, x - width(plain, size, words), y, size, words);
    }

    void boldCentre(float x, float y, int size, String words) throws IOException {
        write(bold, x - width(bold, size, words) / 2, y, size, words);
    }

    void boldRight(float x, float y, int size, String words) throws IOException {
        write(bold, x - width(bold, size, words), y, size, words);
    }

    private void write(PDFont font, float x, float y, int size, String words) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(words);
        content.endText();
    }

    private static float width(PDFont font, int size, String words) throws IOException {
        return font.getStringWidth(words) / 1000 * size;
    }
}
