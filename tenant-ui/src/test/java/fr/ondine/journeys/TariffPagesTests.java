package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.journeys.AtTheDesk.fill;
import static fr.ondine.journeys.AtTheDesk.link;
import static fr.ondine.journeys.AtTheDesk.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Service;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tariffs.Beneficiary;
import fr.ondine.platform.tariffs.Charge;
import fr.ondine.platform.tariffs.ChargeTerms;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.NewTariff;
import fr.ondine.platform.tariffs.RateBasis;
import fr.ondine.platform.tariffs.StandingCharge;
import fr.ondine.platform.tariffs.TariffDesk;
import fr.ondine.platform.tariffs.TariffDraft;
import fr.ondine.platform.tariffs.TierScale;
import fr.ondine.platform.tariffs.Vat;
import fr.ondine.platform.tariffs.VolumetricCharge;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator enters next year's prices, sees what they change, tries them on a contract and publishes them. */
@PortalTest
class TariffPagesTests {

    private final TenantId utility =
            new TenantId("j" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    private final CurrentStaff anne =
            ProvenStaff.of(utility.slug(), UUID.randomUUID(), "anne@b.fr", "Anne", StaffRole.ADMINISTRATOR, 0);

    @LocalServerPort
    int port;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    TariffDesk desk;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void a_utility_with_an_administrator_a_contract_and_a_tariff() {
        fleet.add(Utilities.like(Utilities.SIEGVO, utility.slug()), "operator:test");
        tenants.refresh();
        TenantContext.runAs(utility, () -> {
            transaction.executeWithoutResult(status -> {
                run(
                        "insert into staff_member (id, email, name, role, state, created_at)"
                                + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())",
                        anne.id(),
                        anne.id() + "@exemple.fr");
                contract();
            });
            var tariff = desk.add(anne, new NewTariff("EAU", "Eau potable", Service.WATER, true));
            var version = desk.draft(
                    anne,
                    tariff,
                    new TariffDraft(LocalDate.of(2025, 1, 1), "n° 2024-31", List.of(standing("30"), volume("1.2345"))));
            desk.publish(anne, version, 0, false);
        });
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_draft_is_entered_compared_tried_and_published(int width) {
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne.id()));
            var page = visit.open("/gestion/tarifs");
            assertThat(page.locator(".pill.good")).hasText("En vigueur");
            look(page, "liste", width);
            fill(page, "#valable-du", "2025-01-01");
            press(page, "Commencer le brouillon");
            assertThat(page.locator("#valable-du-error")).containsText("commence déjà le 1er janvier 2025");
            fill(page, "#valable-du", "2026-01-01");
            press(page, "Commencer le brouillon");
            page.waitForURL(Pattern.compile(".*/gestion/tarifs/version.*"));
            assertThat(page.locator(".difference")).containsText("Rien");

            link(page, "Modifier part variable");
            look(page, "prix", width);
            fill(page, "#tranche-1-prix", "1,234.5");
            press(page, "Enregistrer ce prix");
            assertThat(page.locator("#tranche-1-prix-error")).containsText("se lit de deux façons");
            fill(page, "#tranche-1-prix", "1,30");
            fill(page, "#tranche-1-a", "80");
            press(page, "Ajouter une tranche");
            fill(page, "#tranche-2-de", "81");
            fill(page, "#tranche-2-prix", "1,5012345");
            press(page, "Enregistrer ce prix");
            assertThat(page.locator("#tranche-2-prix-error")).containsText("six décimales");
            fill(page, "#tranche-2-prix", "1,501234");
            press(page, "Enregistrer ce prix");
            assertThat(page.locator("#tranche-2-de-error")).containsText("Entre 80");
            look(page, "prix-refuse", width);
            fill(page, "#tranche-2-de", "80");
            press(page, "Enregistrer ce prix");
            page.waitForURL(Pattern.compile(".*/gestion/tarifs/version.*"));
            assertThat(page.locator(".difference")).containsText("1,2345 € par m³");
            assertThat(page.locator(".difference")).containsText("1,501234 € par m³");
            look(page, "brouillon", width);

            link(page, "Simuler une facture");
            fill(page, "#recherche", "dupont");
            page.locator("#recherche").press("Enter");
            page.locator("[data-label=Contrat] a").click();
            assertThat(page.locator("#volume")).hasValue("365");
            assertThat(page.locator("#diametre")).hasValue("20");
            press(page, "Calculer");
            // 30 + 365 x 1,2345, and 30 + 80 x 1,30 + 285 x 1,501234, with a VAT of 5,5 %
            assertThat(page.locator(".sums")).containsText("507,02");
            assertThat(page.locator(".sums")).containsText("592,75");
            page.getByText("Comment ces montants sont trouvés").last().click();
            assertThat(page.getByText("Tranche de 0 m³ à 80 m³ par an").last()).isVisible();
            look(page, "simulateur", width);

            link(page, "Revenir à la version");
            press(page, "Publier cette version");
            assertThat(page.locator("#publier-certain-error")).isVisible();
            page.locator("#publier-certain").check();
            press(page, "Publier cette version");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Indiquez la délibération");
            fill(page, "#deliberation", "n° 2025-42");
            press(page, "Enregistrer");
            assertThat(page.getByText("Le brouillon est enregistré.")).isVisible();
            page.locator("#publier-certain").check();
            press(page, "Publier cette version");
            assertThat(page.getByText("La version est publiée.")).isVisible();
            assertThat(page.getByText("Une version publiée ne change plus.")).isVisible();
            look(page, "publie", width);

            visit.open("/gestion/tarifs/regles");
            look(page, "regles", width);
        }
    }

    @Tag("long")
    @Test
    void a_standing_charge_above_the_cap_is_published_with_a_second_tick() {
        TenantContext.runAs(
                utility,
                () -> desk.draft(
                        anne,
                        desk.all(anne).getFirst().id(),
                        new TariffDraft(
                                LocalDate.of(2026, 1, 1), "n° 2025-42", List.of(standing("100"), volume("1.2345")))));
        try (var visit = new Visit(utility, port, Visit.PHONE, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne.id()));
            var page = visit.open("/gestion/tarifs");
            link(page, "Ouvrir Eau potable, valable à partir du 1er janvier 2026");
            assertThat(page.getByText("dépasse le plafond de l'arrêté")).isVisible();
            page.locator("#publier-certain").check();
            press(page, "Publier cette version");
            assertThat(page.locator("#plafond-assume-error")).containsText("plafond de 30");
            look(page, "plafond", Visit.PHONE);
            page.locator("#plafond-assume").check();
            press(page, "Publier cette version");
            assertThat(page.getByText("La version est publiée.")).isVisible();
        }
    }

    @Tag("long")
    @Test
    void a_levy_and_its_rate_a_standing_charge_by_diameter_and_a_fee_are_entered() {
        try (var visit = Visit.at(utility, port)) {
            visit.open(SignInWithoutAsking.administrator(anne.id()));
            var page = visit.open("/gestion/tarifs");
            fill(page, "#valable-du", "2026-01-01");
            press(page, "Commencer le brouillon");
            link(page, "Ajouter une redevance");
            fill(page, "#libelle", "Consommation eau potable (agence de l'eau)");
            fill(page, "#code", "consommation");
            press(page, "Enregistrer ce prix");
            assertThat(page.locator("#bassin-error")).isVisible();
            fill(page, "#bassin", "Seine-Normandie");
            press(page, "Enregistrer ce prix");
            assertThat(page.getByText("Taux du bassin Seine-Normandie").first()).isVisible();

            link(page, "Ajouter des frais");
            fill(page, "#libelle", "Frais d'accès au service");
            fill(page, "#code", "acces");
            fill(page, "#prix", "45");
            page.locator("#tva").selectOption("3");
            press(page, "Enregistrer ce prix");
            assertThat(page.locator("#mention-error")).isVisible();
            fill(page, "#mention", "TVA non applicable, article 293 B du CGI");
            press(page, "Enregistrer ce prix");
            assertThat(page.getByText("TVA non applicable, article 293 B du CGI")
                            .first())
                    .isVisible();

            link(page, "Modifier part fixe");
            press(page, "Ajouter un prix pour un diamètre");
            fill(page, "#diametre-1", "quarante");
            fill(page, "#diametre-1-prix", "95,50");
            press(page, "Enregistrer ce prix");
            assertThat(page.locator("#diametre-1-error")).isVisible();
            fill(page, "#diametre-1", "40");
            press(page, "Enregistrer ce prix");
            assertThat(page.getByText("compteur de 40 mm").first()).isVisible();

            visit.open("/gestion/tarifs/regles");
            fill(page, "#bassin", "Seine-Normandie");
            fill(page, "#composante", "consommation");
            fill(page, "#annee", "2026");
            fill(page, "#taux", "0,34");
            fill(page, "#coefficient", "1,5");
            press(page, "Enregistrer le taux");
            assertThat(page.locator("#coefficient-error")).containsText("entre 0 et 1");
            fill(page, "#coefficient", "1");
            press(page, "Enregistrer le taux");
            assertThat(page.getByText("0,34 € par m³")).isVisible();
        }
    }

    @Tag("long")
    @Test
    void an_address_that_names_nothing_says_what_to_do() {
        try (var visit = Visit.at(utility, port)) {
            visit.open(SignInWithoutAsking.administrator(anne.id()));
            for (var address : List.of(
                    "/gestion/tarifs/version",
                    "/gestion/tarifs/version?version=" + UUID.randomUUID(),
                    "/gestion/tarifs/prix?version=x",
                    "/gestion/tarifs/essai")) {
                var page = visit.open(address);
                assertThat(page.getByText("Cette version n'est plus là")).isVisible();
            }
        }
    }

    private void contract() {
        var rows = new Rows(database);
        AgreementId agreement = rows.agreement();
        var meter = rows.meter(agreement);
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        run("update agreement set number = '900000001' where id = ?", agreement.value());
        run("update customer set first_name = 'Pierre', last_name = 'Dupont'");
        run("update meter set diameter_mm = 20 where id = ?", meter);
        run("update meter_installation set installed_on = ? where meter_id = ?", today.minusDays(730), meter);
        run(
                "insert into reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                        + " values (?, ?, ?, 730000, 'AGENT', 'ACTUAL', now())",
                UUID.randomUUID(),
                meter,
                today);
    }

    private static Charge standing(String perYear) {
        return StandingCharge.of(terms("part-fixe", "part fixe"), UnitPrice.euros(perYear));
    }

    private static Charge volume(String price) {
        return VolumetricCharge.of(terms("part-variable", "part variable"), TierScale.flat(UnitPrice.euros(price)));
    }

    private static ChargeTerms terms(String code, String label) {
        return new ChargeTerms(
                code, label, InvoiceSection.WATER, Beneficiary.OPERATOR, Vat.of("5.5"), RateBasis.DAYS_OF_USE);
    }

    private void run(String sql, Object... values) {
        database.sql(sql).params(values).update();
    }

    private static void look(Page page, String name, int width) {
        AtTheDesk.look(page, "tarifs-" + name, width);
    }
}
