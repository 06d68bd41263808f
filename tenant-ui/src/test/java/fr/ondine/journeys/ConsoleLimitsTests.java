package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.operators.Permission;
import fr.ondine.platform.tenancy.Limits;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operators see how much of the platform a utility may use and uses, and who may changes it. */
class ConsoleLimitsTests extends ConsolePages {

    private static final String REFUSED = "Chaque limite vaut au moins 1.";

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void limits_are_shown_with_their_use_and_changed(int width) {
        limited();
        try (var visit = Visit.atConsole(port, width, ColorScheme.LIGHT)) {
            comeIn(visit, Permission.OPERATE);
            var page = visit.open("/console/collectivites/" + slug);
            assertThat(card(page)).containsText(Pattern.compile("0 sur 7\\s?000"));
            assertThat(card(page)).containsText(Pattern.compile("\\d+\\sMo sur 900\\sMo"));
            look(page, "limites-vues", width);

            page.getByRole(AriaRole.LINK, named("Limites").setExact(true)).click();
            assertThat(page.getByLabel("Demandes par seconde")).hasValue("60");
            fill(page, "Mails en 24 heures", "0");
            press(page, "Changer les limites");
            assertThat(page.locator("#mails-error")).hasText(REFUSED);
            assertThat(page.locator("#jobs-error")).not().isVisible();
            fill(page, "Travaux à la fois", "deux");
            press(page, "Changer les limites");
            assertThat(page.locator("#jobs-error")).hasText("Tapez un nombre entier, de neuf chiffres au plus.");
            look(page, "limites-refusees", width);
            Assertions.assertThat(directory.get(slug).limits())
                    .as("nothing was changed")
                    .isEqualTo(new Limits(60, 2, 7000, 900));

            fill(page, "Travaux à la fois", "3");
            fill(page, "Mails en 24 heures", "8 000");
            press(page, "Changer les limites");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Les limites de SIEGVO sont changées");
            look(page, "limites", width);
            Assertions.assertThat(directory.get(slug).limits()).isEqualTo(new Limits(60, 3, 8000, 900));
            Assertions.assertThat(directory.acts(slug, 1)).singleElement().satisfies(act -> {
                Assertions.assertThat(act.action()).isEqualTo("limited");
                Assertions.assertThat(act.actor()).endsWith("@exploitant.fr");
            });
        }
    }

    @Tag("long")
    @Test
    void who_may_only_look_sees_limits_and_changes_none() {
        limited();
        try (var visit = desk()) {
            comeIn(visit, Permission.VIEW);
            var page = visit.open("/console/collectivites/" + slug);
            assertThat(card(page)).containsText("60");
            assertThat(page.getByRole(AriaRole.LINK, named("Limites"))).hasCount(0);

            visit.open("/console/collectivites/" + slug + "/limites");
            assertThat(page.getByText("Votre profil ne donne pas accès à cette page."))
                    .isVisible();
            assertThat(page.getByLabel("Demandes par seconde")).hasCount(0);
        }
    }

    @Test
    void of_a_draft_the_limits_are_shown_without_use() {
        fleet.draft(yaml(), "operator:test");
        try (var visit = desk()) {
            comeIn(visit, Permission.VIEW);
            var page = visit.open("/console/collectivites/" + slug);
            assertThat(card(page)).containsText("Mails en 24 heures");
            assertThat(card(page)).not().containsText(" sur ");
        }
    }

    private void limited() {
        fleet.add(yaml(), "operator:test");
        fleet.limit(slug, new Limits(60, 2, 7000, 900), "operator:test");
    }

    private static Locator card(Page page) {
        return page.locator(".card")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING, named("Limites").setExact(true))));
    }
}
