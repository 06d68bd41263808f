package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator says when readings are taken; a subscriber reads it where the button was. */
@PortalTest
class ReadingWindowTests {

    private static final Writing FRENCH = new Writing(Locale.FRENCH);
    private static final String WINDOWS = "Périodes où un relevé peut être transmis";
    private static final String DWELLINGS = "Consommation de logements comparables, par code postal";

    @LocalServerPort
    int port;

    @Autowired
    Fleet fleet;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private final UUID administrator = UUID.randomUUID();
    private UserId subscriber;
    private LocalDate today;

    @BeforeEach
    void an_administrator_and_a_subscriber_with_a_meter() {
        today = in(() -> LocalDate.now(clock));
        subscriber = in(() -> {
            run(
                    "insert into staff_member (id, email, name, role, state, created_at)"
                            + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())",
                    administrator,
                    administrator + "@exemple.fr");
            var rows = new Rows(database);
            var user = rows.user();
            rows.link(user, metered());
            return user;
        });
    }

    @AfterEach
    void as_before() {
        fleet.configure("siegvo", Utilities.yaml(Utilities.SIEGVO), "operator:test", "as before");
    }

    @Tag("long")
    @Test
    void a_window_that_an_administrator_sets_takes_the_place_of_the_subscribers_button() {
        var next = Period.ofDays(today.plusDays(10), today.plusDays(40));
        try (var office = new Visit(Utilities.SIEGVO, port, Visit.PHONE, ColorScheme.LIGHT);
                var visit = new Visit(Utilities.SIEGVO, port, Visit.PHONE, ColorScheme.LIGHT)) {
            office.open(SignInWithoutAsking.administrator(administrator));
            var page = office.open("/gestion/configuration/services");
            type(page, "31/02 - 15/06");
            assertThat(page.locator("#readings-windows-error")).containsText("« 31/02 - 15/06 » n'est pas une période");
            type(page, typed(next) + "\n" + typed(next));
            assertThat(page.locator("#readings-windows-error")).containsText("ont un jour en commun");
            type(page, typed(next));
            assertThat(page.locator(".difference")).containsText("Relevés des abonnés › Période 1 › Premier jour");
            putOnline(page);
            assertThat(page.getByLabel(WINDOWS)).hasValue(typed(next));
            look(page, "services");

            var sentence = "Vous pourrez transmettre votre relevé " + FRENCH.period(next) + ".";
            visit.open(SignInWithoutAsking.path(subscriber));
            for (var path : List.of("/tableau-de-bord", "/consommations", "/consommations/releve")) {
                says(visit.open(path), sentence);
                look(visit.page(), path.substring(path.lastIndexOf('/') + 1));
            }

            type(page, "");
            putOnline(page);
            assertThat(link(visit.open("/consommations"))).isVisible();
            assertThat(visit.page().getByText(sentence)).hasCount(0);
        }
    }

    @Tag("long")
    @Test
    void what_comparable_dwellings_use_is_typed_by_postcode_and_refused_in_plain_words() {
        try (var office = new Visit(Utilities.SIEGVO, port, Visit.PHONE, ColorScheme.LIGHT)) {
            office.open(SignInWithoutAsking.administrator(administrator));
            var page = office.open("/gestion/configuration/services");
            type(page, DWELLINGS, "57530 110");
            assertThat(page.locator("#comparable-dwellings-error"))
                    .containsText("« 57530 110 » n'est pas de la forme 57530 : 110.");
            type(page, DWELLINGS, "5753 : 110");
            assertThat(page.locator("#comparable-dwellings-error")).containsText("code postal de cinq chiffres");
            type(page, DWELLINGS, "57530 : cent");
            assertThat(page.locator("#comparable-dwellings-error")).containsText("nombre");
            type(page, DWELLINGS, "57530 : 110\n57530 : 120");
            assertThat(page.locator("#comparable-dwellings-error")).containsText("le même code postal");
            look(page, "dwellings-refused");
            type(page, DWELLINGS, "57530 : 110\n57140:95");
            assertThat(page.locator(".difference")).containsText("Mètres cubes par an");
            putOnline(page);
            assertThat(page.getByLabel(DWELLINGS)).hasValue("57530 : 110\n57140 : 95");
            look(page, "dwellings");
        }
    }

    private static void says(Page page, String sentence) {
        assertThat(page.getByText(sentence)).isVisible();
        assertThat(link(page)).hasCount(0);
        assertThat(page.getByLabel("Chiffres noirs du compteur")).hasCount(0);
    }

    private static Locator link(Page page) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Transmettre un relevé"));
    }

    private static String typed(Period window) {
        return FRENCH.typed(MonthDay.from(window.from())) + " - " + FRENCH.typed(MonthDay.from(window.lastDay()));
    }

    private static void type(Page page, String windows) {
        type(page, WINDOWS, windows);
    }

    private static void type(Page page, String label, String lines) {
        page.getByLabel(label).fill(lines);
        page.getByLabel(label)
                .locator("xpath=ancestor::form")
                .getByRole(AriaRole.BUTTON)
                .click();
    }

    private static void putOnline(Page page) {
        page.getByLabel("Raison du changement").fill("Relève de printemps");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mettre en ligne"))
                .click();
        assertThat(page.getByText("C'est en ligne.")).isVisible();
    }

    private AgreementId metered() {
        var agreement = new Rows(database).agreement();
        var meter = UUID.randomUUID();
        run("insert into meter (id, serial, dials) values (?, ?, 5)", meter, meter.toString());
        run(
                "insert into meter_installation (id, meter_id, service_point_id, installed_on, install_register)"
                        + " select ?, ?, service_point_id, started_on, 0 from agreement where id = ?",
                UUID.randomUUID(),
                meter,
                agreement.value());
        return agreement;
    }

    private void run(String sql, Object... values) {
        database.sql(sql).params(values).update();
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(Utilities.SIEGVO, () -> transaction.execute(status -> work.get()));
    }

    private static void look(Page page, String name) {
        Axe.assertClean(page);
        Pictures.keep(
                page,
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots", "windows", name + "-360.png")));
    }
}
