package fr.ondine.tenantconfig;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The few things that make a portal, a mail and an invoice look like the utility's own. */
public record Brand(String mark, Colour colour, @Nullable Logo logo) {

    /** WCAG 2.2, criterion 1.4.3: the least contrast of text with its background. */
    public static final double LEAST_CONTRAST = 4.5;

    private static final Colour DARK_PAPER = new Colour("#17212b");

    public Brand {
        Invalid.unless(mark.codePointCount(0, mark.length()) == 1, "mark", "mark", mark);
        Invalid.when(
                colour.contrastWith(Colour.WHITE) < LEAST_CONTRAST,
                "colour",
                "contrast",
                colour,
                Math.floor(colour.contrastWith(Colour.WHITE) * 10) / 10,
                colour.nearestReadableOn(Colour.WHITE, LEAST_CONTRAST));
    }

    /** The tint behind what is selected or notable on a light page; the colour itself can be read on it. */
    public Colour soft() {
        return IntStream.rangeClosed(91, 100)
                .mapToObj(percent -> colour.mixedWith(Colour.WHITE, percent))
                .filter(tint -> colour.contrastWith(tint) >= LEAST_CONTRAST)
                .findFirst()
                .orElse(Colour.WHITE);
    }

    /** The shade of a button under the pointer. */
    public Colour strong() {
        return colour.mixedWith(Colour.BLACK, 20);
    }

    /** What is written on the colour. */
    public Colour onColour() {
        return Colour.WHITE;
    }

    /** The colour where the system asks for a dark page: light enough to be read on it. */
    public Colour dark() {
        return colour.nearestReadableOn(DARK_PAPER, 7);
    }

    /** The tint behind what is selected or notable on a dark page. */
    public Colour softDark() {
        return DARK_PAPER.mixedWith(dark(), 14);
    }

    /** What is written on the colour of a dark page. */
    public Colour onDark() {
        return DARK_PAPER;
    }
}
