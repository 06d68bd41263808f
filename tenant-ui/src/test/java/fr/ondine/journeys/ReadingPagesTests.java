package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sending the black digits of a meter from a phone; the place uses 120 m³ a year and was read at 1 240 m³. */
@PortalTest
class ReadingPagesTests {

    private static final TenantId UTILITY = Utilities.SIEGVO;
    private static final String SEND = "/consommations/releve";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private LocalDate today;
    private AgreementId agreement;
    private UserId holder;
    private String serial;

    @BeforeEach
    void a_place_that_was_read_half_a_year_ago() {
        today = TenantContext.callAs(UTILITY, () -> LocalDate.now(clock));
        agreement = in(() -> new Rows(database).agreement());
        holder = in(() -> {
            var user = new Rows(database).user();
            new Rows(database).link(user, agreement);
            return user;
        });
        serial = fit(today.minusDays(365), 1_180);
        read(today.minusDays(182), 1_240);
    }

    @Test
    void a_plausible_reading_is_accepted_and_shown() {
        try (var visit = onAPhone()) {
            var page = visit.open("/consommations");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Transmettre un relevé"))
                    .click();
            assertThat(page.getByText("Dernier relevé connu : 1 240 m³")).isVisible();

            send(page, "1299");

            assertThat(page.getByText("Merci, votre relevé est enregistré")).isVisible();
            assertThat(page.getByText("soit 59 m³ depuis le dernier relevé connu"))
                    .isVisible();
            Axe.assertClean(page);
            assertThat(registers()).containsExactly(1_240L, 1_299L);
            assertThat(visit.open("/consommations").getByText("Dernier relevé : 1 299 m³"))
                    .isVisible();
        }
    }

    @Test
    void a_reading_that_is_sent_again_on_the_same_day_takes_the_place_of_the_first() {
        try (var visit = onAPhone()) {
            send(visit.open(SEND), "1290");
            var page = visit.open(SEND);
            assertThat(page.getByText("Dernier relevé connu : 1 240 m³")).isVisible();
            assertThat(page.getByText("Vous avez transmis 1 290 m³ aujourd'hui"))
                    .isVisible();

            send(page, "1299");
            assertThat(page.getByText("soit 59 m³ depuis le dernier relevé connu"))
                    .isVisible();
            assertThat(registers()).containsExactly(1_240L, 1_299L);
        }
    }

    @Test
    void an_implausible_reading_is_accepted_when_the_same_digits_are_typed_a_second_time() {
        try (var visit = onAPhone()) {
            var page = visit.open(SEND);
            send(page, "1400");

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("retapez les chiffres");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("160 m³");
            assertThat(page.getByLabel("Chiffres noirs du compteur")).hasValue("");
            Axe.assertClean(page);
            assertThat(registers()).containsExactly(1_240L);

            send(page, "1410"); // other digits confirm nothing
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("170 m³");
            assertThat(registers()).containsExactly(1_240L);

            send(page, "1410");
            assertThat(page.getByText("Merci, votre relevé est enregistré")).isVisible();
            assertThat(registers()).containsExactly(1_240L, 1_410L);
        }
    }

    @Test
    void a_reading_that_tells_of_a_leak_says_at_once_what_to_do() {
        run(
                "update meter_installation set installed_on = ?, install_register = 905000"
                        + " where meter_id = (select id from meter where serial = ?)",
                today.minusDays(1_200),
                serial);
        read(today.minusDays(365), 1_180);
        read(today.minusDays(547), 1_120);
        try (var visit = onAPhone()) {
            var page = visit.open(SEND);
            send(page, "1290");
            assertThat(page.getByText("Merci, votre relevé est enregistré")).isVisible();
            assertThat(page.getByText("Y a-t-il une fuite chez vous ?")).hasCount(0);

            page = visit.open(SEND);
            send(page, "1410");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("retapez les chiffres");
            send(page, "1410");
            assertThat(page.getByText("Merci, votre relevé est enregistré")).isVisible();
            assertThat(page.getByText("Y a-t-il une fuite chez vous ?")).isVisible();
            Axe.assertClean(page);
            page.getByText("Voir que faire").click();
            assertThat(page.getByText("Envoyer l'attestation")).isVisible();
        }
    }

    @Tag("long")
    @Test
    void a_contract_that_is_over_has_no_form_and_says_why() {
        run("update agreement set ended_on = ? where id = ?", today.minusDays(100), agreement.value());
        try (var visit = onAPhone()) {
            var page = visit.open(SEND);
            assertThat(page.getByText("Ce contrat a pris fin le")).isVisible();
            assertThat(page.getByLabel("Chiffres noirs du compteur")).hasCount(0);
            assertThat(page.getByText(serial)).hasCount(0);
            Axe.assertClean(page);
        }
    }

    @Test
    void whoever_came_after_the_last_reading_sees_no_empty_table() {
        run("update agreement set started_on = ? where id = ?", today.minusDays(30), agreement.value());
        try (var visit = onAPhone()) {
            var page = visit.open("/consommations");
            assertThat(page.getByText("Pas encore de relevé depuis le début de votre contrat"))
                    .isVisible();
            assertThat(page.locator("main table")).hasCount(0);
            Axe.assertClean(page);
        }
    }

    @Test
    void a_meter_that_was_just_fitted_is_not_said_to_show_what_the_old_one_did() {
        run(
                "update meter_installation set removed_on = ?, removal_register = 1262000"
                        + " where meter_id = (select id from meter where serial = ?)",
                today.minusDays(60),
                serial);
        var fitted = fit(today.minusDays(60), 0);
        try (var visit = onAPhone()) {
            for (var path : List.of("/consommations", SEND)) {
                var page = visit.open(path);
                assertThat(page.getByText("Compteur " + fitted)).isVisible();
                assertThat(page.getByText("il montrait 0 m³ à sa pose")).isVisible();
            }
            send(visit.page(), "21");
            assertThat(visit.page().getByText("soit 21 m³ depuis le dernier relevé connu"))
                    .isVisible();
        }
    }

    @Test
    void the_file_has_the_periods_of_the_table_and_no_other() {
        var end = today.minusDays(10);
        run(
                "update meter_installation set installed_on = ? where meter_id = (select id from meter where serial = ?)",
                today.minusDays(2_200),
                serial);
        run("update agreement set started_on = ? where id = ?", today.minusDays(2_300), agreement.value());
        run(
                "insert into reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                        + " select ?, id, ?, 1299000, 'AGENT', 'ACTUAL', now() from meter where serial = ?",
                UUID.randomUUID(),
                end,
                serial);
        try (var visit = onAPhone()) {
            var page = visit.open("/consommations");
            var table = page.locator(".chart details tbody tr");
            assertThat(table).hasCount(1);
            assertThat(table).containsText("59 m³");
            var file = page.getByText("Télécharger (CSV)")
                    .evaluate("link => fetch(link.href).then(answer => answer.text())");
            assertThat(file)
                    .isEqualTo("debut;fin;volume_m3;estime\r\n" + today.minusDays(182) + ";" + end.minusDays(1)
                            + ";59;non\r\n");
        }
    }

    private static void send(Page page, String digits) {
        page.getByLabel("Chiffres noirs du compteur").fill(digits);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Envoyer ce relevé"))
                .click();
    }

    private Visit onAPhone() {
        var visit = new Visit(UTILITY, port, Visit.PHONE, ColorScheme.LIGHT);
        visit.page().setDefaultTimeout(10_000);
        visit.open(SignInWithoutAsking.path(holder));
        return visit;
    }

    private String fit(LocalDate on, long cubicMetres) {
        var meter = UUID.randomUUID();
        var name = meter.toString().substring(0, 8);
        run("insert into meter (id, serial, dials) values (?, ?, 5)", meter, name);
        run(
                "insert into meter_installation (id, meter_id, service_point_id, installed_on, install_register)"
                        + " select ?, ?, service_point_id, ?, ? from agreement where id = ?",
                UUID.randomUUID(),
                meter,
                on,
                cubicMetres * 1_000,
                agreement.value());
        return name;
    }

    private void read(LocalDate on, long cubicMetres) {
        run(
                "insert into reading (id, meter_id, read_on, register_value, source, quality, recorded_at)"
                        + " select ?, id, ?, ?, 'AGENT', 'ACTUAL', now() from meter where serial = ?",
                UUID.randomUUID(),
                on,
                cubicMetres * 1_000,
                serial);
    }

    private List<Long> registers() {
        return in(() -> database.sql("select register_value / 1000 from reading join meter on meter.id = meter_id"
                        + " where serial = ? order by read_on")
                .param(serial)
                .query(Long.class)
                .list());
    }

    private void run(String sql, Object... values) {
        in(() -> database.sql(sql).params(values).update());
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(UTILITY, () -> transaction.execute(status -> work.get()));
    }
}
