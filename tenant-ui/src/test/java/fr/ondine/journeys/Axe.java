package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** Looks for accessibility faults that a machine can find. */
public final class Axe {

    /** In one go, since no page of ours holds another one; what is right is not told, which takes most of the time. */
    private static final String FAULTS = """
            () => axe.run({ resultTypes: ['violations'] }).then(found => found.violations.map(
                fault => fault.id + ': ' + fault.help + ' ' + fault.nodes.map(node => node.html).join(' ')))""";

    private static final int NARROWEST = 320;
    private static final List<Integer> WIDTHS = List.of(Visit.DESK, Visit.PHONE, NARROWEST);
    private static final int HEIGHT = 800;

    private Axe() {}

    /** The same on a desk, on a phone and at 320 pixels, light and dark. */
    static void assertCleanEverywhere(Page page) {
        for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            WIDTHS.forEach(width -> assertClean(page, colours, width));
        }
    }

    /** On a light desk and in the dark at 320 pixels, between which everything else lies. */
    static void assertCleanAtBothEnds(Page page) {
        assertClean(page, ColorScheme.LIGHT, Visit.DESK);
        assertClean(page, ColorScheme.DARK, NARROWEST);
    }

    private static void assertClean(Page page, ColorScheme colours, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        page.setViewportSize(width, HEIGHT);
        assertClean(page);
    }

    /** Fails with what axe finds on the page as it is now, and when it is wider than its window. */
    public static void assertClean(Page page) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        assertThat(page.evaluate(FAULTS)).as(page.url()).asInstanceOf(LIST).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("horizontal scroll of " + page.url())
                .isEqualTo(0);
    }
}
