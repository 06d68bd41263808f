package fr.ondine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * What an envelope (DL, 110 by 220 mm) shows of the first page of a letter folded in three: its window of 35 by 100 mm is
 * 20 mm from the right and from the bottom, and the letter slips 10 mm to the side and 11 mm up and down.
 */
public final class EnvelopeWindow extends PDFTextStripper {

    private static final Area ALWAYS_SHOWN = Area.ofMillimetres(100, 55, 190, 79);
    private static final Area EVER_SHOWN = Area.ofMillimetres(90, 44, 200, 90);

    private final List<String> always = new ArrayList<>();
    private final List<String> sometimes = new ArrayList<>();

    private EnvelopeWindow() {
        setStartPage(1);
        setEndPage(1);
    }

    /** However the letter lies in it, all lines of the address are within it, and nothing else is, not even in part. */
    public static void showsOnly(List<String> address, PDDocument letter) throws IOException {
        var window = new EnvelopeWindow();
        window.getText(letter);
        assertThat(window.always).containsExactlyElementsOf(address);
        assertThat(window.sometimes).isEmpty();
    }

    @Override
    protected void writeString(String text, List<TextPosition> letters) {
        var first = letters.getFirst();
        var last = letters.getLast();
        var written = new Area(
                first.getXDirAdj(),
                first.getYDirAdj() - first.getHeightDir(),
                last.getXDirAdj() + last.getWidthDirAdj(),
                first.getYDirAdj());
        if (ALWAYS_SHOWN.holds(written)) {
            always.add(text.strip());
        } else if (EVER_SHOWN.meets(written)) {
            sometimes.add(text.strip());
        }
    }

    /** Of a page, in points from its top left. */
    private record Area(float left, float top, float right, float bottom) {

        static Area ofMillimetres(int left, int top, int right, int bottom) {
            var points = 72 / 25.4f;
            return new Area(left * points, top * points, right * points, bottom * points);
        }

        boolean holds(Area other) {
            return other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom;
        }

        boolean meets(Area other) {
            return other.right > left && other.left < right && other.bottom > top && other.top < bottom;
        }
    }
}
