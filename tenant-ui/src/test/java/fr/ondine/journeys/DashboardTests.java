package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import fr.ondine.demo.data.DemoData;
import fr.ondine.demo.data.DemoUtility;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The first page of a person who is signed in. */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardTests {

    static final TenantId UTILITY = Utilities.MALESHERBOIS;

    /** The other pages behind the menu, as this person sees them. */
    static final List<String> PAGES = List.of(
            "/factures", "/consommations", "/consommations/releve", "/mon-compte", "/mon-compte/nom", "/contrats/lier");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private UserId subscriber;

    @BeforeAll
    void the_subscriber_of_the_demonstration(@Autowired Imports imports, @TempDir Path folder) throws IOException {
        var zip = folder.resolve("malesherbois.zip");
        DemoData.write(DemoUtility.of("malesherbois"), in(() -> LocalDate.now(clock)), zip);
        TenantContext.callAs(UTILITY, () -> imports.run(zip));
        subscriber = in(() -> linkedTo("IT00024"));
    }

    @Test
    void what_is_owed_comes_first_and_the_contract_beside() {
        try (var visit = signedIn(subscriber)) {
            var page = visit.page();
            assertThat(page).hasTitle("Tableau de bord - Le Malesherbois");
            assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Bonjour, Pierre Dupont");
            assertThat(page.locator(".card").first())
                    .containsText(Pattern.compile("À payer|Rien à payer|Rien à faire"));
            assertThat(page.getByText("99 rue de la Piloinne").last()).isVisible();
            assertThat(page.locator("dt", new Page.LocatorOptions().setHasText("Adresse postale")))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.IMG)).isVisible();
            assertThat(page.locator("nav [aria-current=page]")).containsText("Tableau de bord");
        }
    }

    @Test
    void the_chosen_contract_stays_in_the_address_and_in_the_menu() {
        try (var visit = signedIn(subscriber)) {
            var page = visit.page();
            page.getByLabel("Contrat", new Page.GetByLabelOptions().setExact(true))
                    .selectOption(new SelectOption().setIndex(1));
            page.getByRole(AriaRole.BUTTON, named("Afficher")).click();
            page.waitForURL(Pattern.compile(".*/tableau-de-bord\\?contrat=.*"));
            var number = page.locator("dl").first().locator("dd").first();
            assertThat(number).hasText("IT00025");

            page.reload();
            assertThat(number).hasText("IT00025");
            assertThat(page.locator("nav.tabs a").last()).hasAttribute("href", Pattern.compile(".*\\?contrat=.*"));
        }
    }

    @Test
    void another_contract_is_reached_by_the_keyboard_and_nothing_moves_before_it_is_asked_for() {
        try (var visit = signedIn(subscriber)) {
            var page = visit.page();
            var choice = page.getByLabel("Contrat", new Page.GetByLabelOptions().setExact(true));
            var number = page.locator("dl").first().locator("dd").first();
            choice.focus();
            page.keyboard().press("ArrowDown");
            page.waitForTimeout(500);
            assertThat(number).hasText("IT00024");
            assertThat(choice).isFocused();

            page.keyboard().press("Tab");
            assertThat(page.getByRole(AriaRole.BUTTON, named("Afficher"))).isFocused();
            page.keyboard().press("Enter");
            assertThat(number).hasText("IT00025");
            assertThat(choice).isFocused();
            assertThat(choice.locator("option:checked")).containsText("IT00025");
        }
    }

    /** WCAG asks for 320; a phone of 360 whose owner wants letters twice as large has 180. */
    @Test
    void nothing_is_lost_on_a_phone_that_shows_letters_twice_as_large() {
        try (var visit = signedIn(subscriber)) {
            var page = visit.page();
            for (var how : List.of("zoom", "letters")) {
                page.setViewportSize(how.equals("zoom") ? Visit.PHONE / 2 : Visit.PHONE, 800);
                for (var path : List.of("/tableau-de-bord", "/mon-compte", "/factures")) {
                    visit.open(path);
                    if (how.equals("letters")) {
                        page.addStyleTag(
                                new Page.AddStyleTagOptions().setContent("html { font-size: 225% !important; }"));
                    }
                    org.assertj.core.api.Assertions.assertThat(
                                    page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                            .as(path + " by " + how)
                            .isEqualTo(0);
                    if (!path.equals("/mon-compte")) {
                        org.assertj.core.api.Assertions.assertThat(
                                        page.getByLabel("Contrat", new Page.GetByLabelOptions().setExact(true))
                                                .boundingBox()
                                                .width)
                                .as("which contract it is can be read on " + path)
                                .isGreaterThan(120);
                    }
                }
            }
        }
    }

    @Test
    void the_switch_fits_beside_the_heading_and_on_a_phone() {
        try (var visit = signedIn(subscriber)) {
            for (var width : List.of(Visit.PHONE, Visit.DESK)) {
                visit.page().setViewportSize(width, 800);
                var button = visit.page().getByRole(AriaRole.BUTTON, named("Afficher"));
                var choice = visit.page().locator(".switch select");
                assertThat(button).isInViewport();
                org.assertj.core.api.Assertions.assertThat(choice.boundingBox().width)
                        .isGreaterThan(150);
                org.assertj.core.api.Assertions.assertThat(button.boundingBox().height)
                        .isGreaterThanOrEqualTo(48);
                Pictures.keep(
                        visit.page(),
                        new Page.ScreenshotOptions()
                                .setPath(Path.of("target", "screenshots", "switch-" + width + ".png")));
            }
        }
    }

    @Test
    void a_contract_that_is_not_theirs_is_never_shown() {
        var other = in(() -> agreement("IT00030"));
        try (var visit = signedIn(subscriber)) {
            var page = visit.open("/tableau-de-bord?contrat=" + other.value());
            assertThat(page.locator("dl").first()).not().containsText("IT00030");
        }
    }

    @Test
    void who_has_no_contract_yet_is_led_to_claiming_one() {
        var newcomer = in(() -> new Rows(database).user());
        try (var visit = signedIn(newcomer)) {
            assertThat(visit.page().getByRole(AriaRole.LINK, named("Lier un abonné")))
                    .hasAttribute("href", "/contrats/lier");
            Axe.assertClean(visit.page());
        }
    }

    @Test
    @Tag("long")
    void axe_finds_nothing_on_a_light_desk_or_a_dark_phone() {
        try (var visit = signedIn(subscriber)) {
            visit.page().locator("summary").click();
            Axe.assertCleanAtBothEnds(visit.page());
            PAGES.forEach(path -> Axe.assertCleanAtBothEnds(visit.open(path)));
        }
    }

    private Visit signedIn(UserId user) {
        var visit = Visit.at(UTILITY, port);
        visit.open(SignInWithoutAsking.path(user));
        return visit;
    }

    private UserId linkedTo(String number) {
        var rows = new Rows(database);
        var user = rows.user();
        rows.link(user, agreement(number));
        return user;
    }

    private AgreementId agreement(String number) {
        return new AgreementId(database.sql("select id from agreement where number = ?")
                .param(number)
                .query(UUID.class)
                .single());
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(UTILITY, () -> transaction.execute(status -> work.get()));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
