package fr.ondine.demo.data;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Writes words at a place of a page. */
final class PaperPage {

    private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

    private final PDPageContentStream content;

    PaperPage(PDPageContentStream content) {
        this.content = content;
    }

    void text(float x, float y, int size, String words) throws IOException {
        write(PLAIN, x, y, size, words);
    }

    void bold(float x, float y, int size, String words) throws IOException {
        write(BOLD, x, y, size, words);
    }

    void right(float x, float y, int size, String words) throws IOException {
        write(PLAIN, x - width(PLAIN, size, words), y, size, words);
    }

    void boldRight(float x, float y, int size, String words) throws IOException {
        write(BOLD, x - width(BOLD, size, words), y, size, words);
    }

    private void write(PDFont font, float x, float y, int size, String words) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(printable(words));
        content.endText();
    }

    private static float width(PDFont font, int size, String words) throws IOException {
        return font.getStringWidth(printable(words)) / 1000 * size;
    }

    // the built-in fonts know Latin letters only
    private static String printable(String words) {
        return words.replace('\u202F', ' ').replace('\u2019', '\'');
    }
}
