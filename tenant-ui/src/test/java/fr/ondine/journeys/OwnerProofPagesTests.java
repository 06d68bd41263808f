package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.identity.EmailChangeRequested;
import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.PersonalDataAsked;
import fr.ondine.platform.identity.SignInMethodChanged;
import fr.ondine.platform.identity.SignInMethodChanged.What;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.simulators.franceconnect.Fault;
import fr.ondine.simulators.franceconnect.Identity;
import fr.ondine.simulators.franceconnect.Place;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who has no password shows by FranceConnect that it is they, before what a passer-by must not do. */
class OwnerProofPagesTests extends FranceConnectPages {

    private static final String DATA = "/mon-compte/mes-donnees";
    private static final String FIRST = "Confirmez d'abord que c'est bien vous";
    private static final String SHOWN = "C'est bien vous";
    private static final String BY_PASSKEY = "Confirmer avec une clé d'accès";

    @Test
    void who_has_franceconnect_alone_takes_their_data_chooses_a_password_and_leaves_franceconnect() {
        var owner = known(RSA, Identity.LEA);
        try (var visit = signedIn(Identity.LEA)) {
            var page = visit.open(DATA);
            assertThat(page.getByText(FIRST)).isVisible();
            assertThat(page.getByLabel("Mot de passe actuel")).hasCount(0);
            assertThat(button(page, "Préparer mon fichier")).hasCount(0);
            Axe.assertCleanEverywhere(page);
            choose(visit, Identity.LEA);
            assertThat(page.getByText(SHOWN)).isVisible();
            Axe.assertCleanEverywhere(page);
            button(page, "Préparer mon fichier").click();
            var file = page.waitForDownload(
                    () -> page.getByText("Télécharger mes données").click());
            assertThat(file.suggestedFilename()).isEqualTo("mes-donnees.zip");
            assertThat(announcements.last(PersonalDataAsked.class).user()).isEqualTo(owner.userId());
            visit.open(DATA);
            assertThat(page.getByText(FIRST)).isVisible(); // it counted once

            visit.open("/mon-compte/franceconnect");
            page.getByText("Choisir un mot de passe").click();
            assertThat(page.locator("h1")).hasText("Choisir un mot de passe");
            assertThat(page.getByText(FIRST)).isVisible(); // and for the data alone
            choose(visit, Identity.LEA);
            page.getByLabel("Nouveau mot de passe").first().fill(PASSWORD);
            page.locator("#new-password-again").fill(PASSWORD);
            Axe.assertCleanEverywhere(page);
            button(page, "Choisir ce mot de passe").click();
            assertThat(page.getByText("Votre mot de passe est enregistré.")).isVisible();
            Axe.assertClean(page);
            assertThat(announcements.last(SignInMethodChanged.class).what()).isEqualTo(What.PASSWORD_CHOSEN);

            visit.open("/mon-compte/franceconnect");
            button(page, "Délier FranceConnect").click();
            page.getByLabel("Mot de passe actuel").fill(PASSWORD);
            button(page, "Délier FranceConnect").click();
            assertThat(page.getByText("Votre compte n'est plus lié à FranceConnect."))
                    .isVisible();
        }
        assertThat(TenantContext.callAs(RSA, () -> accounts.signIn(identity(RSA, Identity.LEA))))
                .isEmpty();
    }

    @Test
    void who_has_a_passkey_links_franceconnect_by_it_then_gives_up_the_password_and_franceconnect_too() {
        var owner = member(RSA);
        try (var visit = new Visit(RSA, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.open("/connexion");
            new VirtualAuthenticator(page);
            page.getByLabel("Adresse e\u2011mail").fill(owner.address());
            page.getByLabel("Mot de passe", new Page.GetByLabelOptions().setExact(true))
                    .fill(PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/tableau-de-bord.*"));
            visit.open("/mon-compte/cles-d-acces");
            page.getByLabel("Mot de passe actuel").fill(PASSWORD);
            button(page, "Ajouter une clé d'accès").click();
            assertThat(page.getByText("est ajoutée")).isVisible();

            visit.open("/mon-compte/franceconnect");
            choose(visit, Identity.ALI);
            assertThat(page.getByText("Voulez-vous qu'elle puisse ouvrir ce compte"))
                    .isVisible();
            assertThat(page.getByLabel("Mot de passe actuel")).isVisible();
            button(page, BY_PASSKEY).click();
            assertThat(page.getByText(SHOWN)).isVisible();
            assertThat(page.getByLabel("Mot de passe actuel")).hasCount(0);
            Axe.assertCleanEverywhere(page);
            button(page, "Lier mon compte à FranceConnect").click();
            assertThat(page.getByText("Votre compte est lié à FranceConnect.")).isVisible();

            button(page, "Supprimer mon mot de passe").click();
            Axe.assertCleanEverywhere(page);
            button(page, BY_PASSKEY).click();
            assertThat(page.getByText(SHOWN)).isVisible();
            button(page, "Supprimer mon mot de passe").click();
            assertThat(page.getByText("Votre mot de passe est supprimé.")).isVisible();
            assertThat(announcements.last(SignInMethodChanged.class).what()).isEqualTo(What.PASSWORD_REMOVED);

            assertThat(button(page, "Supprimer mon mot de passe")).hasCount(0);
            button(page, "Délier FranceConnect").click();
            assertThat(page.getByText(FIRST)).isVisible();
            assertThat(button(page, "Délier FranceConnect")).hasCount(0);
            choose(visit, Identity.ALI);
            assertThat(page.getByText(SHOWN)).isVisible();
            button(page, "Délier FranceConnect").click();
            assertThat(page.getByText("Votre compte n'est plus lié à FranceConnect."))
                    .isVisible();
            Axe.assertCleanEverywhere(page);

            visit.open("/mon-compte/cles-d-acces");
            page.getByText("Retirer", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByText("gardez-le, ou ajoutez-en d'abord un autre"))
                    .isVisible();

            visit.open("/mon-compte");
            button(page, "Se déconnecter").click();
            page.waitForURL(Pattern.compile(".*/deconnexion$"));
            visit.open("/connexion");
            button(page, "Se connecter avec une clé d'accès").click();
            page.waitForURL(Pattern.compile(".*/tableau-de-bord.*"));
        }
        assertThat(TenantContext.callAs(RSA, () -> accounts.signIn(identity(RSA, Identity.ALI))))
                .isEmpty();
    }

    @Test
    @Tag("long")
    void whoever_is_not_the_linked_person_confirms_nothing_and_reads_so_on_their_own_page() {
        known(RSA, Identity.LEA);
        var people = count(RSA, "user_account");
        var links = count(RSA, "linked_identity");
        try (var visit = signedIn(Identity.LEA)) {
            visit.open(DATA);

            choose(visit, Identity.JEAN);
            stays(visit, "FranceConnect a reconnu une autre personne que celle de ce compte.");
            Axe.assertCleanAtBothEnds(visit.page());
            button(visit).click();
            visit.page().getByText("Revenir au portail").click();
            stays(visit, "FranceConnect ne nous a pas confirmé qui vous êtes.");
            FRANCE_CONNECT.remember(Duration.ofHours(1));
            choose(visit, Identity.LEA);
            stays(visit, "FranceConnect ne nous a pas confirmé qui vous êtes.");
            FRANCE_CONNECT.arm(Place.TOKEN, Fault.WRONG_NONCE);
            choose(visit, Identity.LEA);
            stays(visit, "FranceConnect ne nous a pas confirmé qui vous êtes.");
            FRANCE_CONNECT.fail(Place.TOKEN);
            choose(visit, Identity.LEA);
            stays(visit, "FranceConnect ne répond pas en ce moment.");
            visit.open(DATA + ".zip");
            assertThat(visit.page()).hasURL(Pattern.compile(".*" + DATA + "\\?encore.*"));
            assertThat(visit.page().getByText(FIRST)).isVisible();
        }
        assertThat(count(RSA, "user_account")).isEqualTo(people);
        assertThat(count(RSA, "linked_identity")).isEqualTo(links);
    }

    @Tag("long")
    @Test
    void who_has_a_password_too_may_go_to_franceconnect_and_finds_what_was_typed() {
        var owner = known(PLAIN, Identity.LEA);
        TenantContext.runAs(PLAIN, () -> {
            var identity = identity(PLAIN, Identity.LEA);
            if (!accounts.waysIn(owner.userId()).password()) {
                credentials.choose(owner, accounts.prove(owner, OwnerAct.CHOOSE_PASSWORD, identity), PASSWORD);
            }
        });
        var fresh = somebody().value();
        try (var visit = new Visit(PLAIN, port, Visit.PHONE, ColorScheme.LIGHT)) {
            visit.open("/connexion");
            choose(visit, Identity.LEA);
            var page = visit.open("/mon-compte/adresse-email");
            page.getByLabel("Nouvelle adresse e\u2011mail").fill(fresh);
            assertThat(page.getByLabel("Mot de passe actuel")).isVisible();
            Axe.assertCleanEverywhere(page);

            choose(visit, Identity.LEA);

            assertThat(page.getByText(SHOWN)).isVisible();
            assertThat(page.getByLabel("Mot de passe actuel")).hasCount(0);
            assertThat(page.getByLabel("Nouvelle adresse e\u2011mail")).hasValue(fresh);
            assertThat(page.getByText("Ce que vous aviez saisi est toujours là."))
                    .isVisible();
            button(page, "Recevoir le lien de confirmation").click();
            assertThat(page.getByText("Un e\u2011mail vient de partir")).isVisible();
        }
        assertThat(announcements.last(EmailChangeRequested.class).newEmail().value())
                .isEqualTo(fresh);
    }

    @Test
    void franceconnect_is_asked_anew_and_its_answer_counts_for_who_asked_and_leads_to_where_they_were() {
        known(RSA, Identity.LEA);
        var contract = UUID.randomUUID();
        var person = new AtFranceConnect(RSA, port);
        assertThat(person.begun("?preuve=mes-donnees").getPath())
                .as("nobody is signed in")
                .isEqualTo("/connexion");
        person.arrive(Identity.LEA);
        var session = person.session();

        assertThat(person.begun("?preuve=mes-donnees").getQuery()).contains("prompt=login");
        assertThat(person.arrive("?preuve=partager&contrat=" + contract, Identity.LEA))
                .isEqualTo("/contrats/partager?contrat=" + contract);
        assertThat(person.arrive("?preuve=partager&contrat=//ailleurs.example", Identity.LEA))
                .isEqualTo("/contrats/partager");
        assertThat(person.arrive("?preuve=mes-donnees", Identity.JEAN)).isEqualTo(DATA);
        assertThat(person.session()).as("nothing is begun by it").isEqualTo(session);

        var callback = person.callbackOf("?preuve=supprimer", Identity.LEA);
        var other = new AtFranceConnect(RSA, port);
        assertThat(other.comeBack(callback)).isEqualTo("/connexion?franceconnect=echec");
        assertThat(person.comeBack(callback)).isEqualTo("/mon-compte/supprimer");
        assertThat(person.comeBack(callback)).as("once").isEqualTo("/mon-compte/franceconnect?echec=echec");
        assertThat(person.get("/mon-compte").status())
                .as("the account is still there")
                .isEqualTo(200);

        var late = person.callbackOf("?preuve=supprimer", Identity.LEA);
        person.signIn(member(RSA).address(), PASSWORD);
        assertThat(person.comeBack(late))
                .as("somebody else is in the session since")
                .isEqualTo("/mon-compte/franceconnect?echec=echec");
    }

    private Visit signedIn(Identity person) {
        var visit = new Visit(RSA, port, Visit.PHONE, ColorScheme.LIGHT);
        visit.open("/connexion");
        choose(visit, person);
        visit.page().waitForURL(Pattern.compile(".*/tableau-de-bord.*"));
        return visit;
    }

    private static void stays(Visit visit, String told) {
        assertThat(visit.page()).hasURL(Pattern.compile(".*" + DATA));
        assertThat(visit.page().getByText(told)).isVisible();
        assertThat(visit.page().getByText(FIRST)).isVisible();
        assertThat(button(visit.page(), "Préparer mon fichier")).hasCount(0);
    }

    private static void choose(Visit visit, Identity person) {
        button(visit).click();
        visit.page().getByText(person.label()).click();
        visit.page().locator("#outlet main h1").waitFor();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
