package fr.ondine.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** What staff do on any page: type, press, follow a link; and what we do: look at it. */
final class AtTheDesk {

    private AtTheDesk() {}

    static void fill(Page page, String field, String text) {
        page.locator(field).fill(text);
    }

    static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    /** With axe, and for our own eyes: {@code target/screenshots/staff}. */
    static void look(Page page, String name, int width) {
        Axe.assertClean(page);
        Pictures.keep(
                page,
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots", "staff", name + "-" + width + ".png")));
    }
}
