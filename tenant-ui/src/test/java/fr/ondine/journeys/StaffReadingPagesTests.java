package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.journeys.AtTheDesk.fill;
import static fr.ondine.journeys.AtTheDesk.link;
import static fr.ondine.journeys.AtTheDesk.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.metering.ReadingJudge;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tariffs.TariffDesk;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.ProvenStaff;
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

/** Staff look at the readings that deserve it, enter their own, and mend what a billing run set aside. */
@PortalTest
class StaffReadingPagesTests {

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
    ReadingJudge judge;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void a_utility_with_readings_that_are_unusual_and_contracts_that_cannot_be_billed() {
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
                places.used("900000002", 900);
                places.used("900000003", 700);
                places.unread("900000004");
                nameless(places.used("900000005", 60));
                database.sql("update meter set serial = 'C' || right(number, 3) from meter_installation i"
                                + " join agreement using (service_point_id) where i.meter_id = meter.id")
                        .update();
                judge.judge(database.sql("select id from meter")
                        .query(UUID.class)
                        .list()
                        .iterator());
            });
            BilledPlaces.tariff(desk, anne);
        });
    }

    @Test
    void who_may_only_look_has_nothing_to_press_and_who_serves_has() {
        for (var role : List.of(StaffRole.READER, StaffRole.ACCOUNTANT, StaffRole.AGENT)) {
            var serves = role == StaffRole.AGENT ? 1 : 0;
            try (var visit = new Visit(utility, port, Visit.PHONE, ColorScheme.LIGHT)) {
                var home = visit.open(SignInWithoutAsking.staff(anne.id(), role));
                assertThat(home.getByText("confirmez-les, corrigez-les")).hasCount(serves);
                assertThat(home.getByText("préparez un envoi")).hasCount(0);
                var page = visit.open("/gestion/releves");
                assertThat(page.getByText("Très élevé").last()).isVisible();
                assertThat(page.getByText("Noter un relevé")).hasCount(serves);
                assertThat(page.locator("tbody tr:first-child button")).hasCount(serves);
                page.locator("tbody tr:first-child td:last-child a").click();
                assertThat(page.locator("h1")).hasText(Pattern.compile("Relevé du .*"));
                for (var deed : List.of("Confirmer ce relevé", "Corriger le relevé", "Écarter ce relevé")) {
                    assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(deed)))
                            .hasCount(serves);
                }
                look(page, "profil-" + role, Visit.PHONE);
                visit.open("/gestion/comptes/" + aContract());
                assertThat(page.locator("main").getByText("Noter un relevé")).hasCount(serves);
                assertThat(page.locator("main").getByText("Voir les relevés")).hasCount(1 - serves);
            }
        }
    }

    private UUID aContract() {
        return TenantContext.callAs(
                utility,
                () -> transaction.execute(status -> database.sql("select min(id::text)::uuid from agreement")
                        .query(UUID.class)
                        .single()));
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void unusual_readings_are_confirmed_corrected_or_set_aside(int width) {
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne.id()));
            var page = visit.open("/gestion/releves");
            assertThat(page.getByText("Très élevé").last()).isVisible();
            look(page, "a-verifier", width);

            fill(page, "#recherche", "90 0000 002");
            page.locator("main")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Chercher"))
                    .click();
            page.waitForURL(Pattern.compile(".*recherche=90.*0000.*002.*"));
            assertThat(page.locator("tbody tr")).hasCount(1);
            page.getByText("Confirmer", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByText("est confirmé, à votre nom")).isVisible();
            assertThat(page.locator(":focus")).containsText("est confirmé, à votre nom");
            link(page, "Confirmés");
            assertThat(page.getByText("Confirmé par Anne Martin")).isVisible();

            visit.open("/gestion/releves?page=7");
            assertThat(page.locator("tbody tr")).hasCount(3);
            visit.open("/gestion/releves?recherche=C003");
            page.getByText("Corriger", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.waitForURL(Pattern.compile(".*/releves/[0-9a-f-]+"));
            link(page, "Relevés à vérifier");
            page.waitForURL(Pattern.compile(".*/releves\\?.*recherche=C003.*"));
            page.getByText("Corriger", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.waitForURL(Pattern.compile(".*/releves/[0-9a-f-]+"));
            fill(page, "#index", "99");
            press(page, "Corriger le relevé");
            assertThat(page.locator("#motif-error")).isVisible();
            fill(page, "#motif", "Chiffres inversés");
            press(page, "Corriger le relevé");
            assertThat(page.locator("#index-error")).containsText("au moins de 100 m³");
            look(page, "a-corriger", width);
            fill(page, "#index", "1160,5");
            press(page, "Corriger le relevé");
            fill(page, "#index", "160,5");
            press(page, "Oui, l'index est 1 160,5"); // of what is typed by now nobody was asked
            assertThat(page.getByText("C'est inhabituel")).isVisible();
            look(page, "inhabituel", width);
            press(page, "Oui, l'index est 160,5");
            assertThat(page.getByText("C'est corrigé : 160,5 m³ prend la place de 800 m³"))
                    .isVisible();
            page.getByText("Relevés du contrat").click();
            assertThat(page.getByText("Corrigé en 160,5 m³ par Anne Martin")).isVisible();
            look(page, "contrat", width);
            link(page, "Le compteur a été changé");
            fill(page, "#index-depose", "162");
            fill(page, "#numero-serie", "C001");
            press(page, "Noter le changement");
            assertThat(page.locator("#numero-serie-error")).containsText("déjà en place");
            look(page, "compteur", width);
            fill(page, "#numero-serie", "N003");
            press(page, "Noter le changement");
            assertThat(page.getByText("Le compteur C003 est déposé")).isVisible();
            visit.open("/gestion/releves/sans-releve?mois=6");
            page.locator("#mois").selectOption("0");
            assertThat(page.locator("#mois")).isVisible();
            press(page, "Voir ces compteurs");
            page.waitForURL(Pattern.compile(".*mois=12.*"));
            look(page, "sans-releve", width);
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void what_a_run_set_aside_is_mended_and_billed_by_it(int width) {
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.administrator(anne.id()));
            var page = visit.open("/gestion/facturation/nouvelle");
            order(page);
            link(page, "Voir et réparer");
            look(page, "mis-de-cote", width);
            var parked = page.url();

            label(page, "Noter un relevé pour le contrat 90 0000 004");
            fill(page, "#jour", TODAY.plusDays(1).toString());
            fill(page, "#index", "1.284");
            press(page, "Noter ce relevé");
            assertThat(page.locator("#jour-error")).containsText("n'est pas encore venu");
            fill(page, "#jour", LAST_DAY.toString());
            press(page, "Noter ce relevé");
            assertThat(page.locator("#index-error")).containsText("virgule");
            look(page, "refuse", width);
            fill(page, "#index", "160");
            press(page, "Noter ce relevé");
            assertThat(page.getByText("Relevé noté : 160 m³")).isVisible();
            look(page, "note", width);
            link(page, "Revenir à ce qui est mis de côté");

            label(page, "Compléter le titulaire du contrat 90 0000 005");
            press(page, "Enregistrer");
            assertThat(page.locator("#nom-error")).isVisible();
            look(page, "titulaire", width);
            fill(page, "#nom", "Durand");
            press(page, "Enregistrer");
            assertThat(page.getByText("C'est enregistré")).isVisible();
            link(page, "Revenir à ce qui est mis de côté");
            page.waitForURL(parked + "**");

            press(page, "Simuler à nouveau");
            assertThat(page.locator(".amount"))
                    .containsText("379,80", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
        }
    }

    private void nameless(AgreementId agreement) {
        database.sql("update customer set last_name = '' where id = (select customer_id from agreement where id = ?)")
                .param(agreement.value())
                .update();
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

    private static void label(Page page, String label) {
        page.getByLabel(label).click();
    }

    private static void look(Page page, String name, int width) {
        AtTheDesk.look(page, "releves-" + name, width);
    }
}
