package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.journeys.AtTheDesk.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Service;
import fr.ondine.platform.fees.FeeBills;
import fr.ondine.platform.fees.FeeKind;
import fr.ondine.platform.fees.FeeOrder;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tariffs.Beneficiary;
import fr.ondine.platform.tariffs.ChargeTerms;
import fr.ondine.platform.tariffs.Fee;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.NewTariff;
import fr.ondine.platform.tariffs.RateBasis;
import fr.ondine.platform.tariffs.TariffDesk;
import fr.ondine.platform.tariffs.TariffDraft;
import fr.ondine.platform.tariffs.Vat;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff bill a contract what was done once, and replace a key that was lost. */
@PortalTest
class AccountBillPagesTests {

    private final TenantId utility =
            new TenantId("f" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
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
    FeeBills bills;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private AgreementId agreement;

    @BeforeEach
    void a_utility_with_an_administrator_services_on_request_and_a_contract() {
        var yaml = Utilities.like(Utilities.SIEGVO, utility.slug())
                .replace("  minimum: \"1.00\"", "  minimum: \"1.00\"\n  carry-below: \"50.00\"");
        fleet.add(yaml, "operator:test");
        tenants.refresh();
        TenantContext.runAs(utility, () -> {
            transaction.executeWithoutResult(status -> {
                database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                                + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())")
                        .params(anne.id(), anne.id() + "@exemple.fr")
                        .update();
                agreement = new Rows(database).agreement();
                database.sql("update agreement set number = '900000001' where id = ?")
                        .param(agreement.value())
                        .update();
            });
            var tariff = desk.add(anne, new NewTariff("EAU", "Eau potable", Service.WATER, true));
            var version = desk.draft(
                    anne,
                    tariff,
                    new TariffDraft(
                            LocalDate.of(2020, 1, 1),
                            "n° 2019-31",
                            List.of(
                                    fee("acces", "Frais d'accès au service", "48"),
                                    fee("controle", "Contrôle d'un compteur à la demande de l'abonné", "35.50"))));
            desk.publish(anne, version, 0, false);
        });
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_service_is_chosen_looked_at_and_billed_and_a_lost_key_is_replaced(int width) {
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne.id()));
            var page = visit.open("/gestion/comptes/" + agreement.value() + "/facturer");
            page.locator("#nature").selectOption("1");
            press(page, "Voir la facture");
            assertThat(page.locator("#prestation-0-error")).containsText("Cochez au moins une prestation");
            look(page, "choix", width);

            page.locator("#prestation-0").check();
            page.locator("#echeance").fill(today().minusDays(1).toString());
            press(page, "Voir la facture");
            assertThat(page.locator("#echeance-error")).containsText("Choisissez un jour entre");
            page.locator("#echeance").fill(today().plusDays(15).toString());
            press(page, "Voir la facture");
            assertThat(page.locator(".amount")).containsText("52,80");
            assertThat(page.locator(":focus")).containsText("52,80");
            look(page, "projet", width);
            press(page, "Revenir au choix");
            assertThat(page.locator("#prestation-0")).isChecked();
            assertThat(page.locator("#echeance")).hasValue(today().plusDays(15).toString());
            assertThat(page.locator("#nature")).hasValue("1");
            press(page, "Voir la facture");

            press(page, "Émettre la facture");
            assertThat(page.getByText("La facture " + today().getYear() + "-000001 est émise"))
                    .isVisible();
            assertThat(page.locator("#nature option")).hasCount(1);
            assertThat(page.locator("main")).containsText("Elle part par la poste.");
            look(page, "emise", width);
            isToPost(page, width);

            visit.open("/gestion/comptes/" + agreement.value());
            page.getByText("Clé de sécurité : renouveler").click();
            assertThat(page.locator("main h1")).hasText("Clé de sécurité du contrat 90 0000 001");
            assertThat(page.locator("main .card h2")).hasText("Clé de sécurité");
            press(page, "Lui en donner une");
            press(page, "Donner");
            press(page, "La remplacer");
            assertThat(page.locator(":focus")).containsText("Remplacer la clé de ce contrat ?");
            look(page, "cle", width);
            press(page, "Remplacer");
            assertThat(page.getByText(Pattern.compile("La nouvelle clé est [2-9A-Z]{4}\\s[2-9A-Z]{4}\\.")))
                    .isVisible();
            assertThat(page.getByText(Pattern.compile("Ce contrat en a une"))).isVisible();
            look(page, "cle-nouvelle", width);
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void what_is_too_little_is_carried_until_there_is_more_to_ask_for(int width) {
        var subscriber = TenantContext.callAs(
                utility,
                () -> transaction.execute(status -> {
                    var rows = new Rows(database);
                    var user = rows.user();
                    rows.link(user, agreement);
                    return user;
                }));
        bill("controle");
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            var page = visit.open(SignInWithoutAsking.path(subscriber));
            assertThat(page.locator(".card.main")).containsText("Rien à payer pour l'instant");
            assertThat(page.locator(".card.main")).containsText("Il reste 39,05");
            look(page, "reporte", width);
            visit.open("/factures");
            assertThat(page.locator("tbody .pill")).hasText("Reportée sur la prochaine facture");
            assertThat(page.locator("tbody button")).hasCount(0);
            look(page, "reporte-liste", width);

            bill("acces");
            visit.open("/tableau-de-bord");
            assertThat(page.locator(".card.main")).containsText("91,85");
            assertThat(page.locator(".card.main")).containsText("En tout, pour 2 factures.");
        }
    }

    /** What was issued is a link away, with the day on which it was and who took it. */
    private void isToPost(Page page, int width) {
        page.getByText("L'imprimer depuis « Factures et avoirs à poster »").click();
        assertThat(page.locator("main h1")).hasText("Factures et avoirs à poster");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("Papier, par la poste : 1");
        assertThat(page.locator("tbody tr")).containsText("Pas encore");
        look(page, "a-poster", width);
        var file =
                page.waitForDownload(() -> page.getByText("Télécharger (zip)").click());
        try (var zip = new ZipFile(file.path().toFile())) {
            Assertions.assertThat(zip.stream().map(ZipEntry::getName).toList())
                    .containsExactly("papier/facture-" + today().getYear() + "000001.pdf");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page.reload();
        assertThat(page.locator("tbody tr")).containsText("par Anne Martin");
        look(page, "poste-pris", width);
        page.navigate(page.url().replace("/a-poster", ""));
        assertThat(page.locator(".head h1")).hasText("Factures");
        page.locator(".head").getByText("Factures et avoirs à poster").click();
        assertThat(page.locator("tbody tr")).containsText("par Anne Martin");
    }

    private void bill(String code) {
        TenantContext.runAs(utility, () -> {
            var order = new FeeOrder(FeeKind.ONE_OFF, Set.of(code), today().plusDays(30));
            bills.issue(anne, agreement, bills.draft(anne, agreement, order));
        });
    }

    private static Fee fee(String code, String label, String price) {
        var terms = new ChargeTerms(
                code, label, InvoiceSection.OTHER, Beneficiary.OPERATOR, Vat.of("10"), RateBasis.DAY_OF_INVOICE);
        return new Fee(terms, UnitPrice.euros(price), true);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    private static void look(Page page, String name, int width) {
        AtTheDesk.look(page, "compte-" + name, width);
    }
}
