package fr.ondine.journeys;

import com.microsoft.playwright.Page;
import fr.ondine.testing.LongRun;

/** Keeps what a page looked like, for whoever looks at it: the short run, which nobody looks at, takes none. */
final class Pictures {

    private Pictures() {}

    static void keep(Page page, Page.ScreenshotOptions options) {
        if (LongRun.isAsked()) {
            page.screenshot(options);
        }
    }
}
