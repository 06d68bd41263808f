package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import fr.ondine.demo.data.DemoSample;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.Utilities;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator changes how numbers are written and how a contract is claimed, by form; the subscriber's page follows. */
@PortalTest
class RulesByFormTests {

    @LocalServerPort
    int port;

    @Autowired
    Imports imports;

    @Autowired
    Fleet fleet;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private final UUID administrator = UUID.randomUUID();

    @BeforeEach
    void an_administrator_of_a_utility_with_contracts() {
        DemoSample.load(imports, LocalDate.now(ZoneId.of("Europe/Paris")));
        TenantContext.runAs(
                Utilities.SIEGVO,
                () -> transaction.executeWithoutResult(
                        status -> database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                                        + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())")
                                .params(administrator, administrator + "@exemple.fr")
                                .update()));
    }

    @AfterEach
    void as_before() {
        fleet.configure("siegvo", Utilities.yaml(Utilities.SIEGVO), "operator:test", "as before");
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void contract_numbers_are_tried_on_a_draft_then_written_in_another_form(int width) {
        try (var visit = new Visit(Utilities.SIEGVO, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(administrator));
            var page = visit.open("/gestion/configuration/numeros");
            look(page, "numeros", width);
            page.locator("#invoice-series").fill("{yyyy}-###");
            page.locator("#contract-pattern-1").focus();
            assertThat(page.locator("#invoice-series-error")).containsText("n'ont pas la forme « ####-###### »");
            page.locator("#invoice-series").fill("{yyyy}-######");
            page.locator("#contract-pattern-1").fill("### ####");
            page.locator("#contract-example-1").focus();
            assertThat(page.locator("#contract-example-1-error")).containsText("n'a pas la forme du modèle");
            tryNumber(page, "201 2345");
            assertThat(page.getByText("Corrigez d'abord les formes ci-dessus.")).isVisible();
            page.locator("#contract-example-1").fill("201 2345");
            tryNumber(page, "20 1234 567");
            assertThat(page.getByText("Refusé : il a 9 signes sans les espaces, et il en faut 7."))
                    .isVisible();
            press(page, "Voir ce qui change");
            assertThat(page.locator("#contract-pattern-1-error"))
                    .containsText("ne seraient plus reconnus, par exemple");
            look(page, "numeros-refuses", width);

            page.locator("#contract-pattern-1").fill("##.####.###");
            page.locator("#contract-example-1").fill("20.1234.567");
            page.locator("#contract-pattern-2").fill("### ### ###");
            page.locator("#contract-example-2").fill("201 234 567");
            page.locator("#try-contract").focus();
            assertThat(page.locator("#contract-pattern-2-error")).containsText("Un même numéro pourrait avoir");
            page.locator("#contract-pattern-2").fill("");
            page.locator("#contract-example-2").fill("");
            tryNumber(page, "20 1234 567");
            assertThat(page.getByText("Reconnu : il est gardé comme 201234567 et s'écrit 20.1234.567."))
                    .isVisible();
            look(page, "numeros-essai", width);
            press(page, "Voir ce qui change");
            assertThat(page.locator(".difference")).containsText("##.####.###");
            apply(visit, "Des points sur nos factures");
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_claim_rule_shows_its_strength_while_it_changes_and_the_subscribers_page_follows(int width) {
        try (var visit = new Visit(Utilities.SIEGVO, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(administrator));
            var page = visit.open("/gestion/configuration/preuves");
            assertThat(page.locator("#proof-1-help")).hasText("40 bits, suffit seule");
            look(page, "preuves", width);
            choose(page, "#key-length", "5");
            page.locator("#key-alphabet").fill("0123456789");
            page.locator("#key-length").focus();
            assertThat(page.locator("#key-length-error")).containsText("Une clé de 16 bits se devine");
            choose(page, "#key-length", "9");
            assertThat(page.locator("#proof-1-help")).hasText("29 bits, suffit seule");
            assertThat(page.locator("#key-length-error")).isHidden();

            choose(page, "#proof-2", "Numéro de compteur");
            assertThat(page.locator("#proof-2-help")).hasText("13 bits, avec confirmation");
            assertThat(page.getByText("La preuve la plus faible vaut 13 bits")).isVisible();
            assertThat(page.locator("#confirmation-1-error"))
                    .containsText(Pattern.compile(
                            "numéro de compteur \\(13.bits\\).*confirmation envoyée à l'adresse connue"));
            look(page, "preuves-refusees", width);
            choose(page, "#confirmation-1", "Un e\u2011mail à l'adresse connue");
            choose(page, "#order", "Contrat, puis compte");
            choose(page, "#proof-1", "Numéro de compteur");
            assertThat(page.locator("#proof-2-error")).containsText("deux fois");
            assertThat(page.locator("#key-alphabet")).isHidden();
            choose(page, "#proof-2", "Clé de sécurité");
            assertThat(page.locator("#key-alphabet")).hasValue("0123456789");
            press(page, "Voir ce qui change");
            assertThat(page.locator(".difference")).containsText("Numéro de compteur");
            assertThat(page.locator(".difference")).not().containsText("meter-number");
            apply(visit, "Le compteur suffit avec un e-mail");
        }
        try (var stranger = Visit.at(Utilities.SIEGVO, port)) {
            var page = stranger.open("/inscription/contrat");
            assertThat(page.locator("#preuve option")).hasText(new String[] {"Numéro de compteur", "Clé de sécurité"});
            page.locator("#preuve").selectOption("1");
            assertThat(page.locator("#claim-key-help")).containsText("9");
        }
    }

    private static void tryNumber(Page page, String number) {
        page.locator("#try-contract").fill(number);
        press(page, "Essayer");
    }

    private static void choose(Page page, String field, String words) {
        page.locator(field).selectOption(new SelectOption().setLabel(words));
    }

    private static void apply(Visit visit, String reason) {
        var page = visit.page();
        page.getByLabel("Raison du changement").fill(reason);
        press(page, "Mettre en ligne");
        assertThat(page.getByText("C'est en ligne.")).isVisible();
        visit.open("/gestion/configuration");
        assertThat(page.getByText(reason).first()).isVisible();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static void look(Page page, String name, int width) {
        Axe.assertClean(page);
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(width);
        Pictures.keep(
                page,
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots", "staff", name + "-" + width + ".png")));
    }
}
