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
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is at an open page shows again that it is they before what counts. */
class StaffProofTests extends StaffPages {

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_code_is_asked_for_again_and_what_was_typed_is_done(int width) {
        var known = staff().administrator();
        var id = idAtFirstVersion(known.email());
        try (var visit = new Visit(Utilities.SIEGVO, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.unproven(id));
            var page = visit.open("/gestion/equipe");
            var invited = TestStaff.freshEmail().value();
            fill(page, "Nom", "Paul Dupont");
            fill(page, "Adresse e\u2011mail", invited);
            press(page, "Envoyer l'invitation");
            assertThat(page.getByText("Confirmez que c'est vous")).isVisible();
            assertThat(page.getByText("Donnez un code de votre application :")).isVisible();
            look(page, "preuve", width);
            page.locator("#code").fill("000000");
            press(page, "Confirmer");
            assertThat(page.getByText("Ce code n'ouvre rien")).isVisible();
            page.locator("#code").fill(known.recoveryCodes().getFirst());
            press(page, "Confirmer");
            assertThat(page.getByText("Une invitation part pour " + invited)).isVisible();
            assertThat(page.getByText("Confirmez que c'est vous")).hasCount(0);

            var another = TestStaff.freshEmail().value();
            fill(page, "Nom", "Line Dupont");
            fill(page, "Adresse e\u2011mail", another);
            press(page, "Envoyer l'invitation");
            assertThat(page.getByText("Une invitation part pour " + another)).isVisible();
        }
    }

    @Test
    void nobody_at_an_open_page_suspends_anybody_without_a_code_nor_lets_them_in_again() {
        var known = staff().administrator();
        var paul = staff().agent().email();
        try (var visit = new Visit(Utilities.SIEGVO, port, Visit.DESK, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.unproven(idAtFirstVersion(known.email())));
            var page = visit.open("/gestion/equipe");
            row(page, paul).getByText("Suspendre").click();
            assertThat(page.getByText("Confirmez que c'est vous")).isVisible();
            Axe.assertClean(page);
            Assertions.assertThat(state(paul)).isEqualTo("ACTIVE");
            page.locator("#code").fill(known.recoveryCodes().getFirst());
            press(page, "Confirmer");
            assertThat(row(page, paul)).containsText("Suspendu");
            Assertions.assertThat(state(paul)).isEqualTo("SUSPENDED");

            visit.open(SignInWithoutAsking.unproven(idAtFirstVersion(known.email())));
            visit.open("/gestion/equipe");
            row(page, paul).getByText("Rétablir").click();
            assertThat(page.getByText("Confirmez que c'est vous")).isVisible();
            Assertions.assertThat(state(paul)).isEqualTo("SUSPENDED");
            page.locator("#code").fill(known.recoveryCodes().get(1));
            press(page, "Confirmer");
            assertThat(row(page, paul)).not().containsText("Suspendu");
            Assertions.assertThat(state(paul)).isEqualTo("ACTIVE");
        }
    }

    @Test
    void nobody_at_an_open_page_who_knows_the_password_puts_a_second_factor_of_theirs_in_its_place() {
        var known = staff().administrator();
        try (var visit = new Visit(Utilities.SIEGVO, port, Visit.DESK, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.unproven(idAtFirstVersion(known.email())));
            var page = visit.open("/gestion/mon-compte");
            var computer = new VirtualAuthenticator(page);
            press(page, "Ajouter une clé d'accès");
            page.locator("#password-for-passkey").fill(PASSWORD);
            press(page, "Ajouter une clé d'accès");
            assertThat(page.getByText("Confirmez que c'est vous")).isVisible();
            Assertions.assertThat(computer.passkeys()).isZero();

            visit.open("/gestion/mon-compte");
            press(page, "Changer le second facteur");
            assertThat(page.getByText("Confirmez que c'est vous")).isVisible();
            assertThat(page.locator(".secret")).hasCount(0);
            look(page, "preuve-facteur", Visit.DESK);
            page.locator("#code").fill(known.recoveryCodes().getFirst());
            press(page, "Confirmer");
            assertThat(page.locator(":focus h2")).hasText("Second facteur");
            assertThat(page.locator(":focus")).containsText("Premier code à six chiffres");
            var factor =
                    new SecondFactor("", page.locator(".secret").textContent().replace(" ", ""));
            page.locator("#password-for-factor").fill(PASSWORD);
            fill(page, "Premier code à six chiffres", factor.codeAt(clock.instant()));
            press(page, "Confirmer le second facteur");
            assertThat(page.locator(".recovery li")).hasCount(10);
        }
    }

    @Test
    void a_passkey_stands_for_the_application_from_the_invitation_on_and_proves_again_who_is_there() {
        var email = TestStaff.freshEmail();
        TenantContext.runAs(Utilities.SIEGVO, () -> team.inviteAdministrator("operator:test", email, "Line Martin"));
        var link = CaughtMails.shared().await(email.value()).link();
        try (var visit = new Visit(Utilities.SIEGVO, port, Visit.DESK, ColorScheme.LIGHT)) {
            var page = visit.open(link.getPath() + "?" + link.getQuery());
            var computer = new VirtualAuthenticator(page);
            fill(page, "Nouveau mot de passe", PASSWORD);
            fill(page, "Confirmation du mot de passe", PASSWORD);
            press(page, "Plutôt une clé d'accès, sans application");
            lookAtPasskeys(page, "invitation");
            press(page, "Ouvrir mon accès");
            assertThat(page.locator(".recovery li")).hasCount(10);
            Assertions.assertThat(computer.passkeys()).isEqualTo(1);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Espace de gestion"))
                    .click();
            fill(page, "Adresse e\u2011mail", email.value());
            fill(page, "Mot de passe", PASSWORD);
            press(page, "Continuer");
            assertThat(page.getByLabel("Code de secours")).isVisible();
            assertThat(page.getByText("application")).hasCount(0); // there is none
            assertThat(page.locator("#code")).not().hasAttribute("inputmode", "numeric"); // it has letters
            lookAtPasskeys(page, "second-step");
            computer.recognises(false);
            press(page, "Utiliser une clé d'accès");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("n'a pas confirmé");
            computer.recognises(true);
            var before = visit.session();
            press(page, "Utiliser une clé d'accès");
            assertThat(heading(page)).hasText("Bonjour Line Martin");
            Assertions.assertThat(visit.session()).isNotEqualTo(before);

            visit.open("/gestion/mon-compte");
            assertThat(page.locator(".devices li")).containsText("Chrome sur Linux");
            page.getByLabel("Retirer la clé d'accès Chrome sur Linux").click();
            lookAtPasskeys(page, "account");
            page.locator("#password-to-remove").fill(PASSWORD);
            press(page, "Retirer cette clé d'accès");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("votre seul second facteur");

            visit.open(SignInWithoutAsking.unproven(idAtFirstVersion(email.value())));
            visit.open("/gestion/equipe");
            var invited = TestStaff.freshEmail().value();
            fill(page, "Nom", "Paul Dupont");
            fill(page, "Adresse e\u2011mail", invited);
            press(page, "Envoyer l'invitation");
            assertThat(page.getByText("Confirmez que c'est vous")).isVisible();
            assertThat(page.getByLabel("Code de secours")).isVisible();
            assertThat(page.getByText("application")).hasCount(0);
            lookAtPasskeys(page, "proof");
            press(page, "Utiliser une clé d'accès");
            assertThat(page.getByText("Une invitation part pour " + invited)).isVisible();
        }
    }

    private static Locator row(Page page, String email) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(email));
    }

    private String state(String email) {
        return TenantContext.callAs(
                Utilities.SIEGVO,
                () -> transaction.execute(status -> database.sql("select state from staff_member where email = ?")
                        .param(email)
                        .query(String.class)
                        .single()));
    }

    private static void lookAtPasskeys(Page page, String name) {
        Axe.assertCleanAtBothEnds(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        for (var width : new int[] {Visit.PHONE, Visit.DESK}) {
            page.setViewportSize(width, 800);
            Pictures.keep(
                    page,
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target/passkeys/staff-" + name + "-" + width + ".png")));
        }
    }
}
