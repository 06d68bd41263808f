package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import fr.ondine.testing.Utilities;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a visitor reads and does before signing in. */
@PortalTest
class PublicPagesTests {

    @LocalServerPort
    int port;

    @Test
    void each_utility_has_its_own_words() {
        try (var siegvo = Visit.at(Utilities.SIEGVO, port);
                var ileo = Visit.at(Utilities.ILEO, port)) {
            assertThat(siegvo.open("/")).hasTitle("Mon espace personnel et sécurisé - SIEGVO");
            assertThat(ileo.open("/")).hasTitle("Votre espace sécurisé - iléo");
            assertThat(ileo.page().getByText("fait peau neuve")).isVisible();
            assertThat(siegvo.page().getByText("fait peau neuve")).hasCount(0);
        }
    }

    @Tag("long")
    @Test
    void who_to_call_and_when_is_said_and_an_emergency_number_only_where_the_utility_has_one() {
        try (var siegvo = Visit.at(Utilities.SIEGVO, port);
                var malesherbois = Visit.at(Utilities.MALESHERBOIS, port);
                var ileo = Visit.at(Utilities.ILEO, port)) {
            assertThat(siegvo.open("/").locator("footer"))
                    .containsText("Urgence, fuite, à toute heure : 03 87 53 40 43".replace(" :", "\u00a0:"));

            var town = malesherbois.open("/").locator("footer");
            assertThat(town).containsText("02 38 34 34 34");
            assertThat(town).containsText("Du lundi au vendredi, aux heures d'ouverture de la mairie");
            assertThat(town).not().containsText("Urgence");

            var operator = ileo.open("/").locator("footer");
            assertThat(operator).containsText("09 69 32 22 12");
            assertThat(operator).containsText("Du lundi au vendredi de 8h30 à 18h30");
            assertThat(operator).not().containsText("Urgence");
            assertThat(ileo.page().getByText("iléo propose un service de traduction en braille"))
                    .isVisible();
        }
    }

    @Test
    void a_public_page_is_readable_before_any_script_has_run() {
        try (var visit = Visit.at(Utilities.SIEGVO, port)) {
            assertThat(visit.answer("/").text())
                    .contains("<h1>Mon espace personnel et sécurisé</h1>", "03 87 53 40 43");
            assertThat(visit.answer("/mentions-legales").text()).contains("Syndicat des eaux du SIEGVO", "200 078 814");
        }
    }

    @Test
    void signing_in_is_not_called_like_the_public_page() {
        try (var visit = Visit.at(Utilities.SIEGVO, port)) {
            assertThat(visit.open("/connexion")).hasTitle("Se connecter - SIEGVO");
        }
    }

    @Test
    void a_link_pressed_before_the_scripts_have_run_leads_where_it_says() {
        try (var visit = Visit.at(Utilities.SIEGVO, port)) {
            var page = visit.page();
            page.navigate("http://siegvo.localhost:" + port + "/");
            page.locator("footer a[href='/mentions-legales']").first().click();

            assertThat(page.getByText("200 078 814")).isVisible();
        }
    }

    @Test
    void the_brand_is_kept_for_good_under_a_name_that_changes_with_it() {
        try (var visit = Visit.at(Utilities.SIEGVO, port)) {
            var name = visit.answer("/").text().replaceAll("(?s).*(/branding/[0-9a-f]{16}\\.css).*", "$1");
            var brand = visit.answer(name);

            assertThat(brand.headerValue("Cache-Control")).contains("immutable");
            assertThat(brand.text()).contains("--brand: #0b5394", "prefers-color-scheme: dark");
            assertThat(visit.answer("/branding/0000000000000000.css").headerValue("Cache-Control"))
                    .isEqualTo("no-store");
        }
    }

    @Test
    void a_message_is_sent_with_the_keyboard_only() {
        try (var visit = Visit.at(Utilities.MALESHERBOIS, port)) {
            var page = visit.open("/contact");
            page.getByLabel("Nom et prénom").focus();
            for (var typed : new String[] {"Pierre Dupont", "dupont.p@exemple.fr", "", "Ma facture", "Bonjour."}) {
                page.keyboard().type(typed);
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Enter");

            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Message envoyé.");
        }
    }

    @Test
    void a_refused_message_says_all_that_is_wrong_beside_the_fields_and_keeps_what_was_typed() {
        try (var visit = Visit.at(Utilities.MALESHERBOIS, port)) {
            var page = visit.open("/contact");
            page.getByLabel("Nom et prénom").fill("Pierre Dupont");
            page.getByLabel("Adresse e\u2011mail").fill("dupont.p@exemple");
            page.getByLabel("Objet").fill("Ma facture");
            page.keyboard().press("Enter");

            var summary = page.getByRole(AriaRole.ALERT);
            assertThat(summary).containsText("Remplissez « Votre message ».");
            assertThat(summary).containsText("nom@exemple.fr");
            assertThat(summary).isFocused();
            assertThat(page.getByLabel("Votre message")).hasAttribute("aria-invalid", "true");
            assertThat(page.getByLabel("Adresse e\u2011mail"))
                    .hasAttribute("aria-describedby", "email-help email-error");
            assertThat(page.getByLabel("Nom et prénom")).hasValue("Pierre Dupont");
            Axe.assertClean(page);

            summary.getByRole(AriaRole.LINK).last().click();
            assertThat(page.getByLabel("Votre message")).isFocused();
        }
    }

    @Test
    void an_address_for_machines_answers_a_person_calmly_in_the_brand() {
        try (var visit = Visit.at(Utilities.SIEGVO, port)) {
            var answer = visit.answer("/webhooks/stripe");

            assertThat(answer.status()).isEqualTo(405);
            assertThat(visit.page()).hasTitle("Cette page n'existe pas - SIEGVO");
            Axe.assertClean(visit.page());
        }
    }

    @Test
    void the_keyboard_goes_past_the_menu_to_the_content() {
        try (var visit = Visit.at(Utilities.SIEGVO, port)) {
            var page = visit.open("/mentions-legales");
            page.keyboard().press("Tab");
            assertThat(page.getByText("Aller au contenu")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("#outlet main")).isFocused();
        }
    }
}
