package fr.ondine.platform.billing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** How far apart two numbers stand beside each other, each with the sign that it ends with. */
final class ColumnGaps extends PDFTextStripper {

    private static final float POINTS = 72 / 25.4f;

    private final List<TextPosition> letters = new ArrayList<>();

    private ColumnGaps() {
        setSortByPosition(true);
    }

    /** In millimetres, from each such sign to the number on its right that ends with the other. */
    static List<Float> between(String left, String right, PDDocument document) throws IOException {
        var page = new ColumnGaps();
        page.getText(document);
        var gaps = new ArrayList<Float>();
        for (var at = 0; at + 1 < page.letters.size(); at++) {
            var here = page.letters.get(at);
            var next = page.letters.get(at + 1);
            if (here.getUnicode().equals(left) && here.getYDirAdj() == next.getYDirAdj() && page.ends(at + 1, right)) {
                gaps.add((next.getXDirAdj() - here.getXDirAdj() - here.getWidthDirAdj()) / POINTS);
            }
        }
        return gaps;
    }

    /** Whether what is written from there on is a number with that sign. */
    private boolean ends(int from, String sign) {
        var text = new StringBuilder();
        letters.stream().skip(from).limit(6).map(TextPosition::getUnicode).forEach(text::append);
        return text.toString().replace('\u00a0', ' ').matches("\\d+(,\\d+)? " + sign + ".*");
    }

    @Override
    protected void writeString(String text, List<TextPosition> written) {
        letters.addAll(written);
    }
}
