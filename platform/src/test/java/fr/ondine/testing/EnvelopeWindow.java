package fr.ondine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What the window of an envelope shows of the first page of a folded letter. */
public final class EnvelopeWindow extends PDFTextStripper {

    private static final float POINTS = 72 / 25.4f;
    private static final float LEFT = 104 * POINTS;
    private static final float RIGHT = 195 * POINTS;
    private static final float TOP = 45 * POINTS;
    private static final float BOTTOM = 80 * POINTS;

    private final List<String> whole = new ArrayList<>();
    private final List<String> cut = new ArrayList<>();

    private EnvelopeWindow() {
        setStartPage(1);
        setEndPage(1);
    }

    /** All lines of the address are within it, and nothing else is, not even in part. */
    public static void showsOnly(List<String> address, PDDocument letter) throws IOException {
        var window = of(letter);
        assertThat(window.whole).containsExactlyElementsOf(address);
        assertThat(window.cut).isEmpty();
    }

    /** All lines of the address are within it before anything else. */
    public static void shows(List<String> address, PDDocument letter) throws IOException {
        assertThat(of(letter).whole.stream().limit(address.size())).containsExactlyElementsOf(address);
    }

    private static EnvelopeWindow of(PDDocument letter) throws IOException {
        var window = new EnvelopeWindow();
        window.getText(letter);
        return window;
    }

    @Override
    protected void writeString(String text, List<TextPosition> letters) {
        var top = letters.getFirst().getYDirAdj() - letters.getFirst().getHeightDir();
        var bottom = letters.getFirst().getYDirAdj();
        var left = letters.getFirst().getXDirAdj();
        var right = letters.getLast().getXDirAdj() + letters.getLast().getWidthDirAdj();
        if (left >= LEFT && right <= RIGHT && top >= TOP && bottom <= BOTTOM) {
            whole.add(text.strip());
        } else if (right > LEFT && left < RIGHT && bottom > TOP && top < BOTTOM) {
            cut.add(text.strip());
        }
    }
}
