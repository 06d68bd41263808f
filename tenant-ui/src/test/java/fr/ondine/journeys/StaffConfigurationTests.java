package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.testing.Utilities;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Administrators change what their portal looks like and says, and see it first. */
class StaffConfigurationTests extends StaffPages {

    @Autowired
    Fleet fleet;

    @Autowired
    FleetDirectory directory;

    @AfterEach
    void as_before() {
        if (!directory.configuration("siegvo").equals(Utilities.yaml(Utilities.SIEGVO))) {
            fleet.configure("siegvo", Utilities.yaml(Utilities.SIEGVO), "operator:test", "as before");
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_colour_and_a_piece_of_news_are_compared_then_live(int width) {
        try (var visit = new Visit(Utilities.SIEGVO, port, width, ColorScheme.LIGHT)) {
            comeIn(visit, staff().administrator());
            var page = visit.open("/gestion/configuration/marque");
            fill(page, "Couleur", "#ffd800");
            press(page, "Voir ce qui change");
            assertThat(page.locator("#colour-error")).containsText("contraste");
            look(page, "couleur-refusee", width);
            fill(page, "Couleur", "#00523c");
            page.keyboard().press("Tab");
            assertThat(page.frameLocator(".phone iframe").locator("meta[name=theme-color]"))
                    .hasAttribute("content", "#00523c");
            fill(page, "Couleur", "#7a1f5c");
            press(page, "Voir ce qui change");
            assertThat(page.locator(".difference")).containsText("Marque › Couleur");
            assertThat(page.locator(".difference")).not().containsText("brand.colour");
            assertThat(page.frameLocator(".phone iframe").locator("meta[name=theme-color]"))
                    .hasAttribute("content", "#7a1f5c");
            assertThat(page.frameLocator(".wide iframe").locator("#outlet main h1"))
                    .isVisible();
            assertThat(page.getByText("Contrastes de la couleur #7a1f5c")).isVisible();
            look(page, "couleur", width);
            try (var stranger = Visit.at(Utilities.SIEGVO, port)) {
                stranger.open("/?apercu=1");
                assertThat(stranger.page().locator("meta[name=theme-color]")).hasAttribute("content", "#0b5394");
            }
            apply(page, "Nouvelle charte");

            visit.open("/gestion/configuration/actualites");
            fill(page, "Titre", "Travaux rue Haute");
            fill(page, "Texte", "L'eau sera coupée mardi matin.");
            press(page, "Voir ce qui change");
            assertThat(page.locator(".difference")).containsText("Travaux rue Haute");
            assertThat(page.frameLocator(".phone iframe").getByText("Travaux rue Haute"))
                    .isVisible();
            look(page, "actualite", width);
            apply(page, "Travaux");

            visit.open("/");
            assertThat(page.getByText("Travaux rue Haute")).isVisible();
            assertThat(page.locator("meta[name=theme-color]")).hasAttribute("content", "#7a1f5c");

            fleet.rollBack("siegvo", 1, "operator:anne@exploitant.fr key:nuit");
            visit.open("/gestion/configuration");
            assertThat(page.getByText("Nouvelle charte").first()).isVisible();
            assertThat(page.getByText("anne@exploitant.fr (exploitant)").first())
                    .isVisible();
            assertThat(page.getByText("Retour à la version 1").first()).isVisible();
            assertThat(page.locator("td[data-label=Date]").first()).containsText(Pattern.compile("\\d\\d:\\d\\d$"));
            assertThat(page.locator("td[data-label=Raison]").last())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setVisible(width == Visit.DESK));
            look(page, "versions", width);
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void the_dashboard_of_nobody_shows_a_colour_as_subscribers_will_see_it(int width) {
        try (var visit = new Visit(Utilities.SIEGVO, port, width, ColorScheme.LIGHT)) {
            comeIn(visit, staff().administrator());
            var page = visit.open("/gestion/configuration/marque");
            fill(page, "Nom", "Eaux du Val");
            fill(page, "Couleur", "#7a1f5c");
            page.keyboard().press("Tab");
            page.getByLabel("Page", new Page.GetByLabelOptions().setExact(true))
                    .selectOption(new SelectOption().setLabel("Tableau de bord d'un abonné (exemple)"));
            for (var size : List.of(".phone", ".wide")) {
                var frame = page.frameLocator(size + " iframe");
                assertThat(frame.locator("#outlet main h1")).hasText("Bonjour, Camille Exemple");
                assertThat(frame.locator("meta[name=theme-color]")).hasAttribute("content", "#7a1f5c");
                assertThat(frame.locator("#outlet header")).containsText("Eaux du Val");
                assertThat(frame.getByText("ce contrat, cette facture et ces relevés n'existent pas"))
                        .isVisible();
                assertThat(frame.locator("#outlet main")).containsText(Pattern.compile("86,40.€"));
                assertThat(frame.locator(".tabs [aria-current=page]")).hasCount(1);
            }
            look(page, "apercu-abonne", width);
            visit.open("/gestion/apercu");
            assertThat(heading(page)).hasText("Bonjour, Camille Exemple");
            assertThat(page.locator("meta[name=theme-color]")).hasAttribute("content", "#0b5394");
            look(page, "apercu-abonne-seul", width);
        }
    }

    @Tag("long")
    @Test
    void what_is_typed_after_a_comparison_is_compared_anew() {
        try (var visit = Visit.at(Utilities.SIEGVO, port)) {
            comeIn(visit, staff().administrator());
            var page = visit.open("/gestion/configuration/mots");
            fill(page, "Nom de l'espace", "Mon eau");
            press(page, "Voir ce qui change");
            fill(page, "Raison du changement", "Un autre nom");
            fill(page, "Nom de l'espace", "Mon eau à moi");
            press(page, "Mettre en ligne");
            assertThat(page.getByText("La page a changé depuis la comparaison."))
                    .isVisible();
            assertThat(page.locator(".difference")).hasCount(0);
            press(page, "Voir ce qui change");
            assertThat(page.locator(".difference")).containsText("Mon eau à moi");
            apply(page, "Un autre nom");
            assertThat(page.getByLabel("Nom de l'espace")).hasValue("Mon eau à moi");
        }
    }

    @Tag("long")
    @Test
    void terms_and_explanations_are_changed_together() {
        try (var visit = Visit.at(Utilities.SIEGVO, port)) {
            comeIn(visit, staff().administrator());
            var page = visit.open("/gestion/configuration/mots");
            fill(page, "Nom de l'espace", "Mon eau");
            fill(page, "Au-dessus des factures", "Nos factures partent deux fois par an.");
            press(page, "Voir ce qui change");
            assertThat(page.locator(".difference")).containsText("Mon eau");
            assertThat(page.locator(".difference")).containsText("deux fois par an");
            apply(page, "Plus clair");
            assertThat(page.getByLabel("Nom de l'espace")).hasValue("Mon eau");
            assertThat(page.getByLabel("Au-dessus des factures")).hasValue("Nos factures partent deux fois par an.");
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void each_part_of_the_configuration_can_be_read_and_used(int width) {
        try (var visit = new Visit(Utilities.SIEGVO, port, width, ColorScheme.LIGHT)) {
            comeIn(visit, staff().administrator());
            var page = visit.open("/gestion/configuration/contacts");
            assertThat(page.getByText("Il manque le téléphone des urgences")).hasCount(0);
            look(page, "contacts", width);
            fleet.configure("siegvo", withoutEmergency(), "operator:test", "urgences");
            visit.open("/gestion/configuration/contacts");
            assertThat(page.getByText("Il manque le téléphone des urgences")).isVisible();
            fleet.rollBack("siegvo", 1, "operator:test");
            visit.open("/gestion/configuration/contacts");
            fill(page, "Adresse e\u2011mail du service", "pas une adresse");
            press(page, "Voir ce qui change");
            assertThat(page.locator("#email-error")).containsText("incomplète ou mal écrite");

            visit.open("/gestion/configuration/mots");
            assertThat(page.getByLabel("Bouton pour s'inscrire")).hasValue(Pattern.compile("."));
            fill(page, "Nom de l'espace", "Mon eau");
            press(page, "Voir ce qui change");
            assertThat(page.locator(".difference")).containsText("Mon eau");
            look(page, "mots", width);

            visit.open("/gestion/configuration/services");
            fill(page, "Relevé refusé au-dessus de (%)", "150");
            press(page, "Voir ce qui change");
            assertThat(page.locator("#readings-refuse-above-percent-error")).isVisible();
            fill(page, "Relevé refusé au-dessus de (%)", "600");
            page.getByLabel("Formulaire de contact").uncheck();
            press(page, "Voir ce qui change");
            assertThat(page.locator(".difference")).containsText("Service proposé");
            assertThat(page.locator(".difference")).containsText("600");
            assertThat(page.locator(".difference")).not().containsText("Connexion des abonnés");
            look(page, "services", width);

            visit.open("/gestion/configuration/texte");
            look(page, "texte", width);
            var other = Utilities.yaml(Utilities.SIEGVO).replace("[siegvo.localhost]", "[autre.localhost]");
            fill(page, "Configuration (YAML)", other);
            press(page, "Voir ce qui change");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("seul un exploitant");
        }
    }

    private static void apply(Page page, String reason) {
        fill(page, "Raison du changement", reason);
        press(page, "Mettre en ligne");
        assertThat(page.getByText("C'est en ligne.")).isVisible();
    }

    private static String withoutEmergency() {
        return Utilities.yaml(Utilities.SIEGVO)
                .replaceFirst("(?m)^  emergency:\\n    label: .*\\n    number: .*\\n", "");
    }
}
