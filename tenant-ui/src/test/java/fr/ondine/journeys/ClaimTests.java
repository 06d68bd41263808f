package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.customers.ClaimConfirmationRequested;
import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.RateLimit;
import fr.ondine.platform.tenancy.RateLimits;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.platform.tenancy.Vault;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From an invoice on paper to a contract on the screen, in each utility's own order and words. */
@PortalTest
@ExtendWith(NothingPersonalIsLogged.class)
class ClaimTests {

    private static final String PASSWORD = "trois chevaux gris";
    private static final String KEY = "K7M29QXD";

    private static final TenantId SPRAYED = new TenantId("claimsprayed");
    private static final RateLimit OF_ALL = RateLimit.ofAll("claim-all", 5, Duration.ofDays(1));

    @LocalServerPort
    int port;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    RateLimits limits;

    @Autowired
    Registration registration;

    @Autowired
    Announcements announcements;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Vault vault;

    @Tag("long")
    @Test
    void a_key_typed_with_spaces_and_lower_case_opens_the_contract() {
        var number = "20" + digits(7);
        contract(SIEGVO, number, null);
        try (var visit = signedIn(SIEGVO, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.open("/contrats/lier");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Lier un contrat");
            Axe.assertClean(page);
            claim(page, spaced(number), "aaaa aaaa", "Lier ce contrat");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("ne correspondent à aucun contrat");
            Axe.assertClean(page);
            claim(page, spaced(number), "k7m2 9qxd", "Lier ce contrat");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Le contrat est ouvert dans votre espace.");
            Axe.assertClean(page);
            page.getByText("Voir mon tableau de bord").click();
            assertThat(page).hasURL(Pattern.compile("/tableau-de-bord[?]contrat=[0-9a-f-]{36}$"));
            assertThat(page.getByText(spaced(number)).first()).isVisible();
        }
    }

    @Tag("long")
    @Test
    void what_cannot_be_a_number_is_said_beside_its_field() {
        try (var visit = signedIn(MALESHERBOIS, Visit.DESK, ColorScheme.DARK)) {
            var page = visit.open("/contrats/lier");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Lier un abonné");
            claim(page, "1234", KEY, "Associer le contrat");
            assertThat(page.locator("#contrat-error")).containsText("Exemple : IT00024");
            assertThat(page.getByLabel("Clé de sécurité")).hasValue(KEY);
            Axe.assertClean(page);
        }
    }

    @Test
    void after_too_many_wrong_keys_the_page_says_when_to_try_again_and_whom_to_call() {
        var number = "20" + digits(7);
        contract(SIEGVO, number, null);
        try (var visit = signedIn(SIEGVO, Visit.DESK, ColorScheme.LIGHT)) {
            var page = visit.open("/contrats/lier");
            for (var attempt = 0; attempt < 6; attempt++) {
                claim(page, number, "AAAAAAA" + (attempt + 2), "Lier ce contrat");
                page.waitForTimeout(300);
            }
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Par sécurité, attendez");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("03 87 53 40 43");
        }
    }

    @Test
    void once_strangers_have_used_up_what_all_may_try_even_the_right_key_opens_nothing() {
        provisioning.provision(Utilities.like(SIEGVO, SPRAYED.slug()));
        var number = "20" + digits(7);
        contract(SPRAYED, number, null);
        try (var visit = signedIn(SPRAYED, Visit.DESK, ColorScheme.LIGHT)) {
            TenantContext.runAs(SPRAYED, () -> {
                // whoever asks first says how many tries there are: none comes back while this runs
                while (limits.stopping(List.of(OF_ALL)).isEmpty()) {
                    // one more guess of a stranger
                }
                limits.giveBack(List.of(OF_ALL, OF_ALL));
            });
            var page = visit.open("/contrats/lier");
            for (var guess = 0; guess < 2; guess++) {
                claim(page, "20" + digits(7), "AAAAAAA" + (guess + 2), "Lier ce contrat");
                assertThat(page.getByRole(AriaRole.ALERT)).containsText("ne correspondent à aucun contrat");
                page.waitForTimeout(300);
            }
            claim(page, number, KEY, "Lier ce contrat");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Par sécurité, attendez");
            assertThat(page.getByText("Le contrat est ouvert dans votre espace."))
                    .hasCount(0);
        }
    }

    @Test
    void at_ileo_the_claim_comes_first_then_the_person_then_the_mail() {
        var number = "24" + digits(8);
        var email = somebody();
        contract(ILEO, number, email);
        try (var visit = new Visit(ILEO, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.open("/inscription");
            assertThat(page.getByText("Étape 1 sur 3")).isVisible();
            Axe.assertClean(page);
            fill(page, "Numéro de contrat", number);
            fill(page, "Votre e\u2011mail", email);
            press(page, "Continuer");
            fillPerson(page, email);
            activate(visit);
            visit.open("/tableau-de-bord");
            assertThat(page.getByText("24 " + number.substring(2, 5)).first()).isVisible();
        }
    }

    @Tag("long")
    @Test
    void at_ileo_a_corrected_address_opens_when_the_old_one_has_confirmed() {
        var number = "24" + digits(8);
        var old = somebody();
        var fresh = somebody();
        contract(ILEO, number, old);
        try (var visit = Visit.at(ILEO, port)) {
            var page = visit.open("/inscription");
            fill(page, "Numéro de contrat", number);
            fill(page, "Votre e\u2011mail", old);
            press(page, "Continuer");
            fillPerson(page, fresh);
            activate(visit);
            assertThat(page.getByText("Votre contrat attend une confirmation")).isVisible();
            Axe.assertClean(page);
            visit.open("/contrats/confirmer?jeton="
                    + announcements
                            .last(ClaimConfirmationRequested.class)
                            .token()
                            .value());
            Axe.assertClean(page);
            press(page, "Ouvrir ce contrat");
            assertThat(page.getByText("Le contrat est ouvert dans votre espace."))
                    .isVisible();
            Axe.assertClean(page);
            visit.open("/tableau-de-bord");
            assertThat(page.getByText("attend une confirmation")).hasCount(0);
        }
    }

    @Test
    @Tag("long")
    void at_ileo_another_kind_of_proof_is_asked_with_its_own_example() {
        try (var visit = Visit.at(ILEO, port)) {
            var page = visit.open("/inscription");
            page.getByLabel("Ce qui vous identifie").selectOption("Numéro de facture");
            assertThat(page.getByText("Exemple : F25-0012345")).isVisible();
            fill(page, "Numéro de contrat", "24" + digits(8));
            fill(page, "Numéro de facture", "f25 0012345");
            press(page, "Continuer");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("ne correspondent à aucun contrat");
            page.getByText("Je n'ai pas encore de facture").click();
            assertThat(page.getByText("attendre de recevoir votre première facture"))
                    .isVisible();
            Axe.assertClean(page);
        }
    }

    @Tag("long")
    @Test
    void at_ileo_a_subscriber_without_an_address_on_file_gives_a_second_proof_or_leaves_it_to_staff() {
        var number = "24" + digits(8);
        var meter = "D19" + digits(8);
        contract(ILEO, number, null);
        fit(number, meter);
        try (var visit = new Visit(ILEO, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.open("/inscription");
            fill(page, "Numéro de contrat", number);
            page.getByLabel("Ce qui vous identifie").selectOption("Numéro de compteur");
            fill(page, "Numéro de compteur", meter.toLowerCase(Locale.ROOT));
            press(page, "Continuer");
            assertThat(page.getByText("Il nous faut encore une information")).isVisible();
            Axe.assertClean(page);
            fill(page, "Numéro de facture", "F25-0000000");
            press(page, "Continuer");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("ne correspondent à aucun contrat");
            press(page, "Demander au service de vérifier ma demande");
            var email = somebody();
            assertThat(page.getByText("Étape 2 sur 3")).isVisible();
            fill(page, "Nom", "Leroy");
            fill(page, "Adresse e\u2011mail", email);
            fill(page, "Mot de passe", PASSWORD);
            fill(page, "Confirmation du mot de passe", PASSWORD);
            press(page, "Continuer");
            assertThat(page.getByText("attend la vérification")).isVisible();
            Axe.assertClean(page);
            activate(visit);
            assertThat(page.getByText("Votre demande attend la vérification")).isVisible();
            visit.open("/contrats/lier");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Ajouter un contrat");
        }
    }

    @Test
    @Tag("long")
    void nothing_is_lost_at_320_pixels() {
        try (var visit = new Visit(ILEO, port, 320, ColorScheme.LIGHT)) {
            Axe.assertClean(visit.open("/inscription"));
        }
        try (var visit = signedIn(SIEGVO, 320, ColorScheme.LIGHT)) {
            Axe.assertClean(visit.open("/contrats/lier"));
            Axe.assertClean(visit.open("/contrats/confirmer?jeton=rien"));
            assertThat(visit.page().getByText("Ce lien n'ouvre rien ici.")).isVisible();
        }
    }

    private void fillPerson(Page page, String email) {
        assertThat(page.getByText("Étape 2 sur 3")).isVisible();
        Axe.assertClean(page);
        fill(page, "Nom", "Leroy");
        fill(page, "Adresse e\u2011mail", email);
        fill(page, "Mot de passe", PASSWORD);
        fill(page, "Confirmation du mot de passe", PASSWORD);
        press(page, "Continuer");
        assertThat(page.getByText("Étape 3 sur 3")).isVisible();
        Axe.assertClean(page);
    }

    private void activate(Visit visit) {
        var page = visit.open(Announcements.link(
                "/activation", announcements.last(ActivationRequested.class).token()));
        page.locator("#password").fill(PASSWORD);
        press(page, "Activer mon compte");
        page.waitForURL(Pattern.compile(".*/tableau-de-bord.*"));
    }

    private Visit signedIn(TenantId utility, int width, ColorScheme colours) {
        var email = somebody();
        TenantContext.runAs(utility, () -> {
            registration.signUp(new NewAccount(new EmailAddress(email), PASSWORD), new Visitor(UUID.randomUUID() + ""));
            registration.activate(announcements.last(ActivationRequested.class).token(), PASSWORD);
        });
        var visit = new Visit(utility, port, width, colours);
        signIn(visit, email);
        return visit;
    }

    private static void signIn(Visit visit, String email) {
        var page = visit.open("/connexion");
        fill(page, "Adresse e\u2011mail", email);
        fill(page, "Mot de passe", PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/tableau-de-bord.*"));
    }

    private static void claim(Page page, String number, String key, String submit) {
        fill(page, "Numéro de contrat", number);
        fill(page, "Clé de sécurité", key);
        press(page, submit);
    }

    private void contract(TenantId utility, String number, @Nullable String email) {
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> {
                    var agreement = new Rows(database).agreement().value();
                    database.sql("update agreement set number = ?, claim_key_mac = ? where id = ?")
                            .params(number, vault.mac("claim-key", KEY), agreement)
                            .update();
                    database.sql(
                                    "update customer set email = ? where id = (select customer_id from agreement where id = ?)")
                            .params(email, agreement)
                            .update();
                }));
    }

    private void fit(String number, String serial) {
        var meter = UUID.randomUUID();
        TenantContext.runAs(
                ILEO,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql("insert into meter (id, serial, dials) values (?, ?, 5)")
                            .params(meter, serial)
                            .update();
                    database.sql(
                                    "insert into meter_installation (id, meter_id, service_point_id, installed_on, install_register)"
                                            + " select ?, ?, service_point_id, '2019-06-01', 0 from agreement where number = ?")
                            .params(UUID.randomUUID(), meter, number)
                            .update();
                }));
    }

    private static String spaced(String number) {
        return number.substring(0, 2) + " " + number.substring(2, 6) + " " + number.substring(6);
    }

    private static String digits(int count) {
        var number = new StringBuilder();
        while (number.length() < count) {
            number.append(ThreadLocalRandom.current().nextInt(10));
        }
        return number.toString();
    }

    private static String somebody() {
        return "p" + UUID.randomUUID().toString().substring(0, 12) + "@exemple.fr";
    }

    private static void fill(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
