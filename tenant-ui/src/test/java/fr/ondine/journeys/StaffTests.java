package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.TestStaff;
import fr.ondine.testing.Utilities;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How those who work at a utility come in, at a desk and on a phone, and what their account opens. */
class StaffTests extends StaffPages {

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void an_administrator_comes_in_by_invitation_invites_an_agent_and_leaves(int width) {
        var email = TestStaff.freshEmail();
        TenantContext.runAs(Utilities.SIEGVO, () -> team.inviteAdministrator("operator:test", email, "Anne Martin"));
        var link = CaughtMails.shared().await(email.value()).link();
        try (var visit = new Visit(Utilities.SIEGVO, port, width, ColorScheme.LIGHT)) {
            var page = visit.open(link.getPath() + "?" + link.getQuery());
            look(page, "invitation", width);
            var factor =
                    new SecondFactor("", page.locator(".secret").textContent().replace(" ", ""));
            fill(page, "Nouveau mot de passe", PASSWORD);
            fill(page, "Confirmation du mot de passe", PASSWORD);
            fill(page, "Premier code à six chiffres", factor.codeAt(clock.instant()));
            press(page, "Ouvrir mon accès");
            assertThat(page.locator(".recovery li")).hasCount(10);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Espace de gestion"))
                    .click();
            // the one that comes next is not used yet, and good already
            signIn(page, email.value(), factor.codeAt(clock.instant().plusSeconds(30)), width);
            assertThat(heading(page)).hasText("Bonjour Anne Martin");
            look(page, "accueil", width);

            throughTheMenu(page, "Équipe", width);
            var agent = TestStaff.freshEmail().value();
            fill(page, "Nom", "Paul Dupont");
            fill(page, "Adresse e\u2011mail", agent);
            press(page, "Envoyer l'invitation");
            assertThat(page.getByText("Une invitation part pour " + agent)).isVisible();
            assertThat(page.getByText(agent).last()).isVisible();
            assertThat(page.locator("tbody wbr").first()).isAttached(); // a long address goes on after its @
            look(page, "equipe", width);

            visit.open("/gestion/mon-compte");
            look(page, "mon-compte", width);
            fill(page, "Mot de passe actuel", PASSWORD);
            fill(page, "Nouveau mot de passe", "quatre hérons patientent");
            fill(page, "Confirmation du mot de passe", "quatre hérons patientent");
            press(page, "Changer le mot de passe");
            assertThat(page.getByText("Votre mot de passe est changé.")).isVisible();
            assertThat(page.locator("#password")).hasValue("");
            assertThat(page.locator("#new-password")).hasValue("");

            openMenu(page, width);
            press(page, "Se déconnecter");
            assertThat(page.getByText("Votre session est fermée.")).isVisible();
            page.navigate("http://siegvo.localhost:" + port + "/gestion/equipe");
            page.waitForURL(Pattern.compile(".*/gestion/connexion.*"));
        }
    }

    /** On a phone the places would take a third of the screen: they come when asked for, and go with the choice. */
    private static void throughTheMenu(Page page, String place, int width) {
        openMenu(page, width);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(place).setExact(true))
                .click();
        assertThat(heading(page)).hasText(place);
        if (width == Visit.PHONE) {
            assertThat(opener(page)).hasAttribute("aria-expanded", "false");
            assertThat(page.locator(".places")).isHidden();
        }
    }

    private static void openMenu(Page page, int width) {
        if (width == Visit.PHONE) {
            assertThat(page.locator(".places")).isHidden();
            opener(page).click();
            assertThat(opener(page)).hasAttribute("aria-expanded", "true");
            look(page, "menu", width);
        } else {
            assertThat(opener(page)).isHidden();
        }
        assertThat(page.locator(".places")).isVisible();
    }

    private static Locator opener(Page page) {
        return page.locator(".opener");
    }

    @Test
    void an_agent_sees_what_the_account_is_for_and_opens_nothing_else() {
        var paul = staff().agent();
        try (var visit = Visit.at(Utilities.SIEGVO, port)) {
            comeIn(visit, paul);
            assertThat(visit.page().getByText("Votre profil est celui de l'accueil des abonnés."))
                    .isVisible();
            look(visit.page(), "agent", Visit.DESK);
            assertThat(visit.page().locator("main a[href='/gestion/demandes'], main a[href='/gestion/fuites']"))
                    .hasCount(2);
            assertThat(visit.page().locator("main a[href='/gestion/relances']")).hasCount(0);
            assertThat(visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Équipe")))
                    .hasCount(0);
            visit.open("/gestion/equipe");
            assertThat(heading(visit.page())).not().hasText("Équipe");
            assertThat(visit.page().locator("table")).hasCount(0);
            assertThat(visit.page().getByText("Votre profil n'ouvre pas cette page."))
                    .isVisible();
            visit.answer("/gestion/mensualites");
            assertThat(visit.page().locator("main"))
                    .containsText("L'accueil de l'espace de gestion mène à tout le reste");
            visit.open("/gestion/apercu");
            assertThat(visit.page().getByText("Votre profil n'ouvre pas cette page."))
                    .isVisible();
            visit.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Revenir à l'accueil"))
                    .click();
            assertThat(heading(visit.page())).containsText("Bonjour");
        }
    }
}
