package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.Rows;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A page whose message comes to a node that does not have it: it loads itself again, with what was typed. */
@PortalTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class PageElsewhereTests {

    private static final String SECRET = "quatre chats noirs";

    /** What a reloaded page finds, before any script of its own. */
    private static final String SEEN = "window.seen = sessionStorage.getItem('ondine.typed')";

    private static final String FORGOTTEN = "sessionStorage.getItem('ondine.typed') === null";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void what_was_typed_is_there_again_and_is_sent_by_another_press() {
        try (var visit = signedIn()) {
            var page = visit.open("/mon-compte/nom");
            page.getByLabel("Civilité").selectOption("Mme");
            page.getByLabel("Prénom").fill("Anne");
            page.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill("D'Éon <b>");

            elsewhereOnce(page);
            press(page, "Enregistrer");

            assertThat(told(page)).containsText("Ce que vous aviez saisi est toujours là");
            assertThat(told(page)).containsText("appuyez encore une fois sur le bouton");
            assertThat(told(page)).isFocused();
            Axe.assertClean(page);
            assertThat(page.getByLabel("Civilité").locator("option:checked")).hasText("Mme");
            assertThat(page.getByLabel("Prénom")).hasValue("Anne");
            assertThat(page.locator(".v-system-error")).hasCount(0);
            page.waitForFunction(FORGOTTEN);

            press(page, "Enregistrer");
            assertThat(page.getByText("Anne D'Éon <b>")).isVisible();
            assertThat(told(page)).hasCount(0);
        }
    }

    @Test
    void a_password_is_kept_nowhere_not_even_one_that_is_shown() {
        try (var visit = new Visit(SIEGVO, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.open("/inscription");
            page.addInitScript(SEEN);
            page.getByLabel("Adresse e\u2011mail").fill("a.dupont@exemple.fr");
            page.locator("#new-password").fill(SECRET);
            page.locator("#new-password-again").fill(SECRET);
            page.locator("[data-reveal=new-password]").click();
            assertThat(page.locator("#new-password")).hasAttribute("type", "text");

            elsewhereOnce(page);
            press(page, "Valider");

            assertThat(told(page)).containsText("complétez ce qui manque");
            assertThat(page.getByLabel("Adresse e\u2011mail")).hasValue("a.dupont@exemple.fr");
            assertThat(page.locator("#new-password")).hasValue("");
            assertThat((String) page.evaluate("window.seen"))
                    .contains("a.dupont@exemple.fr")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void a_choice_is_made_again_and_what_it_brings_is_filled() {
        try (var visit = new Visit(ILEO, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.open("/inscription/contrat");
            page.getByLabel("Numéro de contrat").fill("1234567");
            page.getByLabel("Ce qui vous identifie").selectOption("Numéro de facture");
            page.locator("#invoice-number").fill("2026-0042");

            elsewhereOnce(page);
            press(page, "Continuer");

            assertThat(told(page)).containsText("Ce que vous aviez saisi est toujours là");
            assertThat(page.getByLabel("Numéro de contrat")).hasValue("1234567");
            assertThat(page.locator("#invoice-number")).hasValue("2026-0042");
        }
    }

    @Test
    void what_one_person_typed_is_put_back_for_nobody_else_and_at_no_other_address() {
        try (var visit = signedIn()) {
            var page = visit.open("/mon-compte/nom");
            page.addInitScript(SEEN);
            page.getByLabel("Prénom").fill("Anne");
            elsewhereOnce(page);
            press(page, "Enregistrer");
            assertThat(told(page)).isVisible();
            var note = page.evaluate("window.seen");

            lay(page, note);
            visit.open("/contact");
            page.waitForFunction(FORGOTTEN);

            signIn(visit);
            lay(page, note);
            visit.open("/mon-compte/nom");
            page.waitForFunction(FORGOTTEN);
            assertThat(page.getByLabel("Prénom")).hasValue("");
            assertThat(told(page)).hasCount(0);
        }
    }

    @Test
    @Tag("long")
    void where_the_browser_keeps_nothing_the_page_says_so_before_it_is_loaded_again() {
        try (var visit = signedIn()) {
            visit.page().addInitScript("Storage.prototype.setItem = () => { throw new DOMException('full'); }");
            var page = visit.open("/mon-compte/nom");
            page.getByLabel("Prénom").fill("Anne");

            elsewhereOnce(page);
            press(page, "Enregistrer");

            var card = page.locator(".v-system-error");
            assertThat(card).containsText("La page doit être rechargée");
            assertThat(card).containsText("à saisir de nouveau");
            assertThat(page.getByLabel("Prénom")).hasValue("Anne");
            card.click();
            assertThat(page.getByLabel("Prénom")).hasValue("");
            assertThat(told(page)).hasCount(0);
        }
    }

    /** The next message is about a page that nobody has. */
    private static void elsewhereOnce(Page page) {
        page.route(
                "**/*v-r=uidl*",
                message -> message.resume(new Route.ResumeOptions()
                        .setUrl(message.request().url().replaceAll("v-uiId=\\d+", "v-uiId=999999"))),
                new Page.RouteOptions().setTimes(1));
    }

    private static Locator told(Page page) {
        return page.locator("#outlet")
                .getByRole(AriaRole.STATUS)
                .filter(new Locator.FilterOptions().setHasText("La page a été rechargée."));
    }

    private static void lay(Page page, Object note) {
        page.evaluate("note => sessionStorage.setItem('ondine.typed', note)", note);
    }

    private Visit signedIn() {
        var visit = Visit.at(SIEGVO, port);
        signIn(visit);
        return visit;
    }

    private void signIn(Visit visit) {
        visit.open(SignInWithoutAsking.path(
                TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> new Rows(database).user()))));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
