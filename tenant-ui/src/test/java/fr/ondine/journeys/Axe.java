package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/** Looks for accessibility faults that a machine can find. */
public final class Axe {

    private Axe() {}

    /** Fails with what axe finds on the page as it is now, and when it is wider than its window. */
    public static void assertClean(Page page) {
        // no page of ours holds another one: looked at in one go, without a window for the results of each
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .as(page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("horizontal scroll of " + page.url())
                .isEqualTo(0);
    }
}
