package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.journeys.AtTheDesk.link;
import static fr.ondine.journeys.AtTheDesk.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A year is paid month by month: asked for by a subscriber, looked at, revised and ended by staff. */
@PortalTest
class InstalmentPagesTests {

    private static final Path SCREENS = Path.of("target", "screenshots", "instalments");

    private final TenantId utility =
            new TenantId("m" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    private final UUID anne = UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private AgreementId agreement;
    private UserId subscriber;

    @BeforeEach
    void a_contract_that_was_billed_316_50_this_year_and_an_administrator() {
        fleet.add(Utilities.like(Utilities.ILEO, utility.slug()), "operator:test");
        tenants.refresh();
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> {
                    var rows = new Rows(database);
                    agreement = rows.agreement();
                    subscriber = rows.user();
                    rows.link(subscriber, agreement);
                    rows.invoice(agreement, Money.euros("300.00"), Money.euros("16.50"));
                    database.sql("update invoice set issued_on = ?, due_on = ?, number = 'F250000001'")
                            .params(today().minusDays(60), today().minusDays(30))
                            .update();
                    database.sql("update agreement set number = '2400123456'").update();
                    database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                                    + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())")
                            .params(anne, anne + "@exemple.fr")
                            .update();
                }));
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_subscriber_asks_for_it_and_staff_revise_and_end_it(int width) {
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            var page = visit.open(SignInWithoutAsking.path(subscriber));
            link(page, "Payer par mois");
            assertThat(page.locator("main h1")).hasText("Mon échéancier");
            page.locator("#jour").selectOption("1");
            look(page, "choix", width);
            press(page, "Voir mon échéancier");
            assertThat(page.locator(".card.main .amount")).containsText("31,65");
            assertThat(page.locator(".card.main tbody tr")).hasCount(10);
            look(page, "projet", width);
            press(page, "Payer par mois");
            assertThat(page.getByText("C'est fait : vous payez par mois.")).isVisible();
            pay("40.00");
            visit.open("/echeancier");
            assertThat(page.locator("tbody tr").first()).containsText("Payée");
            assertThat(page.locator("tbody tr").nth(1)).containsText("Reste 23,30");
            look(page, "mon-echeancier", width);
            visit.open("/tableau-de-bord");
            assertThat(page.locator(".card.main")).containsText("23,30");
            assertThat(page.locator(".card.main"))
                    .containsText("40,00 € déjà payés sur 316,50 €".replace(" €", "\u00a0€"));
            look(page, "tableau-de-bord", width);
            Assertions.assertThat(fetched(page, "/echeancier/" + agreement.value() + ".pdf"))
                    .startsWith("%PDF");
            Assertions.assertThat(fetched(page, "/echeancier/" + UUID.randomUUID() + ".pdf"))
                    .isEqualTo("404");
        }
        try (var office = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            office.open(SignInWithoutAsking.administrator(anne));
            var page = office.open("/gestion/mensualisations");
            look(page, "liste", width);
            page.locator("tbody a").click();
            page.locator("#nouveau-montant").fill("quatre");
            press(page, "Voir ce qui change");
            assertThat(page.locator("#nouveau-montant-error")).containsText("310,50");
            page.locator("#nouveau-montant").fill("400");
            press(page, "Voir ce qui change");
            assertThat(page.locator(":focus")).containsText("Ce qui change");
            look(page, "revision", width);
            press(page, "Changer l'échéancier");
            assertThat(page.getByText("L'échéancier est changé.")).isVisible();
            press(page, "Mettre fin à la mensualisation");
            assertThat(page.locator(":focus")).containsText("restent au crédit");
            look(page, "fin", width);
            press(page, "Mettre fin");
            assertThat(page.getByText("La mensualisation est terminée.")).isVisible();
            page.locator("#annee").fill("250,00");
            press(page, "Simuler l'échéancier");
            assertThat(page.locator(".card.main .amount").first()).containsText("25,00");
            look(page, "simulation", width);
            office.open("/gestion/configuration/mensualisation");
            page.locator("#instalments-number").fill("12");
            press(page, "Voir ce qui change");
            assertThat(page.locator("#instalments-number-error")).containsText("8 à 11");
            page.locator("#instalments-number").fill("11");
            press(page, "Voir ce qui change");
            assertThat(page.getByText(Pattern.compile("Nombre de mensualités")).last())
                    .isVisible();
            look(page, "configuration", width);
        }
    }

    private static String fetched(Page page, String path) {
        var answer = page.evaluate(
                "path => fetch(path).then(r => r.ok ? r.arrayBuffer() : r.status).then(b => typeof b === 'number' ? '' + b"
                        + " : btoa(Array.from(new Uint8Array(b), c => String.fromCharCode(c)).join('')))",
                path);
        return String.valueOf(answer).equals("404")
                ? "404"
                : kept(Base64.getDecoder().decode(String.valueOf(answer)));
    }

    private static String kept(byte[] pdf) {
        try {
            Files.write(Files.createDirectories(SCREENS).resolve("echeancier.pdf"), pdf);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }

    private void pay(String amount) {
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(status -> ledger.post(LedgerEntry.payment(
                        UUID.randomUUID(), agreement, Receipt.BANK, today(), Money.euros(amount), Map.of()))));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    private static void look(Page page, String name, int width) {
        Axe.assertClean(page);
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENS.resolve(name + "-" + width + ".png")));
    }
}
