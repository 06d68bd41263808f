package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.journeys.AtTheDesk.fill;
import static fr.ondine.journeys.AtTheDesk.link;
import static fr.ondine.journeys.AtTheDesk.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tariffs.TariffDesk;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Utilities;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who bills orders a run, follows it, looks at what it asks for and has the invoices issued. */
@PortalTest
class RunPagesTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));
    private static final LocalDate FROM = TODAY.minusMonths(6).withDayOfMonth(1);
    private static final LocalDate LAST_DAY = TODAY.withDayOfMonth(1).minusDays(1);

    private final TenantId utility =
            new TenantId("r" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
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
    void a_utility_with_an_administrator_a_tariff_and_contracts() {
        fleet.add(Utilities.like(Utilities.SIEGVO, utility.slug()), "operator:test");
        tenants.refresh();
        TenantContext.runAs(utility, () -> {
            transaction.executeWithoutResult(status -> {
                database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                                + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())")
                        .params(anne.id(), anne.id() + "@exemple.fr")
                        .update();
                var places = new BilledPlaces(database, FROM, LAST_DAY);
                places.used("900000001", 60);
                places.used("900000002", 60);
                places.used("900000003", 900);
                places.unread("900000004");
            });
            BilledPlaces.tariff(desk, anne);
        });
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void a_run_is_ordered_followed_repaired_and_its_invoices_are_issued(int width) {
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne.id()));
            var page = visit.open("/gestion/facturation");
            assertThat(page.getByText("Aucune campagne pour l'instant")).isVisible();
            look(page, "vide", width);
            link(page, "Lancer une campagne");
            page.waitForURL(Pattern.compile(".*/nouvelle"));

            fill(page, "#du", LAST_DAY.toString());
            fill(page, "#au", FROM.toString());
            fill(page, "#echeance", TODAY.minusDays(1).toString());
            page.locator("#perimetre").selectOption("3");
            fill(page, "#lesquels", "90 0000 001\n12 pommes");
            press(page, "Simuler");
            assertThat(page.locator("#au-error")).containsText("finit avant de commencer");
            assertThat(page.locator("#releves-error")).containsText("jusqu'à quel jour");
            assertThat(page.locator("#echeance-error")).containsText("à payer avant d'être émises");
            assertThat(page.locator("#lesquels-error")).containsText("12 pommes");
            assertThat(page.locator("#lesquels")).hasValue("90 0000 001\n12 pommes");
            assertThat(page.locator("#du")).hasValue(LAST_DAY.toString());
            look(page, "refusee", width);

            order(page);
            assertThat(page.locator(".amount")).containsText("253,20");
            assertThat(page.getByText("Aucune facture de même nature")).isVisible();
            look(page, "simulee", width);

            link(page, "Voir et réparer");
            assertThat(page.getByText("n'a pas été relevé")).isVisible();
            look(page, "mis-de-cote", width);
            page.getByText("Confirmer 900 m³").click();
            assertThat(page.getByText("est confirmé : il sera facturé")).isVisible();
            assertThat(page.getByText("très au-dessus de l'habitude")).hasCount(0);
            link(page, "Sans relevé (1)");
            assertThat(page.locator("main [aria-current=page]")).containsText("Sans relevé");
            press(page, "Simuler à nouveau");
            page.waitForURL(Pattern.compile(".*/facturation/[0-9a-f-]+"));
            assertThat(page.locator(".amount"))
                    .containsText("152,20", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));

            link(page, "Regarder la facture d'un contrat");
            fill(page, "#numero", "12 pommes");
            press(page, "Regarder");
            assertThat(page.locator("#numero-error")).containsText("n'est le numéro d'aucun contrat");
            fill(page, "#numero", "90 0000 001");
            press(page, "Regarder");
            assertThat(page.locator(".amount")).containsText("126,60");
            page.getByText("Comment ces montants sont trouvés").click();
            assertThat(page.getByText("prix de la version du 1er janvier 2020 (n° 2019-31)"))
                    .isVisible();
            look(page, "projet", width);
            link(page, "Revenir à la campagne");

            press(page, "Émettre les factures");
            assertThat(page.getByText("Émettre 3 factures, pour 2 152,20 € TTC ?"))
                    .isVisible();
            assertThat(page.getByText("numéro " + TODAY.getYear() + "-000001")).isVisible();
            look(page, "certain", width);
            press(page, "Oui, émettre 3 factures");
            assertThat(page.getByText("C'est fait : 3 factures sont émises"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
            look(page, "emise", width);
            choose("900000001", "LARGE_PRINT");
            page.reload();
            assertThat(page.getByText("Papier, en gros caractères\u00a0: 1")).isVisible();
            assertThat(page.getByText("Papier, par la poste\u00a0: 2")).isVisible();
            look(page, "a-poster", width);
            Assertions.assertThat(zipped(page))
                    .containsExactlyInAnyOrder("gros-caracteres", "gros-caracteres", "papier", "papier");
            Assertions.assertThat(takenToPost()).containsExactly("staff:" + anne.id() + " " + lastRun() + " 3");
            page.reload();
            assertThat(page.getByText("Fichier pris le")).containsText("par Anne Martin");

            visit.open("/gestion/facturation");
            assertThat(page.getByText("Émise", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(page.getByText("Anne Martin")).isVisible();
            look(page, "liste", width);
        }
    }

    @Tag("long")
    @Test
    void a_simulated_run_is_given_up_and_leaves_nothing() {
        try (var visit = Visit.at(utility, port)) {
            visit.open(SignInWithoutAsking.administrator(anne.id()));
            var page = visit.open("/gestion/facturation/nouvelle");
            order(page);
            page.getByText("Annuler la campagne…").click();
            assertThat(page.getByText("aucun numéro n'est pris")).isVisible();
            press(page, "Annuler la campagne");
            assertThat(page.getByText("Cette campagne est annulée")).isVisible();
        }
    }

    @Test
    void an_address_that_names_no_run_is_no_page() {
        try (var visit = Visit.at(utility, port)) {
            visit.open(SignInWithoutAsking.administrator(anne.id()));
            visit.answer("/gestion/facturation/" + UUID.randomUUID());
            assertThat(visit.page().locator("#outlet main h1")).containsText("n'existe pas");
        }
    }

    private void choose(String number, String form) {
        TenantContext.runAs(
                utility,
                () -> transaction.executeWithoutResult(
                        status -> database.sql("insert into invoice_form (agreement_id, form, chosen_at, chosen_by)"
                                        + " select id, ?, now(), 'test' from agreement where number = ?")
                                .params(form, number)
                                .update()));
    }

    private String lastRun() {
        return TenantContext.callAs(
                utility,
                () -> transaction.execute(status -> database.sql(
                                "select 'billing-run:' || id from billing_run order by created_at desc limit 1")
                        .query(String.class)
                        .single()));
    }

    private List<String> takenToPost() {
        return TenantContext.callAs(
                utility,
                () -> transaction.execute(status -> database.sql("select actor || ' ' || subject || ' ' || detail"
                                + " from audit_entry where action = 'invoices.taken-to-post'")
                        .query(String.class)
                        .list()));
    }

    /** The folders of the file that the page leads to, of which each name here is one of a PDF. */
    private static List<String> zipped(Page page) {
        var download = page.waitForDownload(
                () -> page.getByText("Télécharger les factures à poster").click());
        try (var zip = new ZipFile(download.path().toFile())) {
            return zip.stream()
                    .filter(entry -> entry.getName().endsWith(".pdf") && entry.getSize() > 10_000)
                    .map(entry -> entry.getName().split("/")[0])
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void order(Page page) {
        fill(page, "#du", FROM.toString());
        fill(page, "#au", LAST_DAY.toString());
        fill(page, "#releves", LAST_DAY.toString());
        fill(page, "#emission", TODAY.toString());
        fill(page, "#echeance", TODAY.plusDays(30).toString());
        page.locator("#perimetre").selectOption("0");
        press(page, "Simuler");
        assertThat(page.getByText("À valider").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
    }

    private static void look(Page page, String name, int width) {
        AtTheDesk.look(page, "facturation-" + name, width);
    }
}
