package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import fr.ondine.testing.Utilities;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an open page says while the server is away, and once it is back. */
@PortalTest
class ConnectionTests {

    private static final String MESSAGES = "**/*v-r=uidl*";
    private static final double SEVERAL_TRIES = 30_000;

    @LocalServerPort
    int port;

    @Test
    void the_banner_goes_when_the_server_answers_again() {
        try (var visit = visit()) {
            var page = cutOff(visit);
            page.unroute(MESSAGES);
            assertThat(banner(page)).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(SEVERAL_TRIES));
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Vérifiez ce qui suit");
            assertThat(card(page)).hasCount(0);
        }
    }

    @Tag("long")
    @Test
    void a_page_that_the_server_has_forgotten_says_only_that_it_must_be_loaded_again() {
        try (var visit = visit()) {
            var page = cutOff(visit);
            forget(page);
            page.unroute(MESSAGES);
            assertThat(card(page)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SEVERAL_TRIES));
            assertThat(card(page)).containsText("La page doit être rechargée");
            assertThat(banner(page)).isHidden();
            card(page).click();
            assertThat(card(page)).hasCount(0);
            assertThat(page.getByLabel("Nom et prénom")).hasValue("");
        }
    }

    @Test
    void and_not_that_the_device_is_offline_although_the_framework_gives_up() {
        try (var visit = visit()) {
            var page = visit.open("/connexion");
            page.context().setOffline(true);
            assertThat(banner(page)).containsText("Vous êtes hors connexion.");
            forget(page);
            page.context().setOffline(false);
            assertThat(card(page)).containsText("La page doit être rechargée");
            page.waitForFunction("window.Vaadin.connectionState.state === 'connection-lost'");
            assertThat(banner(page)).isHidden();
        }
    }

    private Visit visit() {
        return new Visit(Utilities.MALESHERBOIS, port, Visit.PHONE, ColorScheme.LIGHT);
    }

    private static Page cutOff(Visit visit) {
        var page = visit.open("/contact");
        page.route(MESSAGES, Route::abort);
        page.getByLabel("Nom et prénom").fill("Pierre Dupont");
        page.keyboard().press("Enter");
        assertThat(banner(page)).isVisible();
        return page;
    }

    /** As a server does that was started anew: the browser's cookie names a session that nobody has. */
    private static void forget(Page page) {
        page.context()
                .addCookies(List.of(new Cookie("session", "bm9ib2R5cw==")
                        .setDomain("malesherbois.localhost")
                        .setPath("/")));
    }

    private static Locator banner(Page page) {
        return page.locator("vaadin-connection-indicator:is([reconnecting], [offline]) .v-status-message");
    }

    private static Locator card(Page page) {
        return page.locator(".v-system-error");
    }
}
