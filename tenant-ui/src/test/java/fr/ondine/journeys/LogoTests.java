package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.Images;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator gives the portal its logo, and takes it away; no other utility's portal has it. */
@PortalTest
class LogoTests {

    private static final int MOST_HIGH = 44 + 2 * 4;
    private static final String BRAND = "/gestion/configuration/marque";

    @LocalServerPort
    int port;

    @Autowired
    Fleet fleet;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private UUID administrator;

    @BeforeEach
    void an_administrator() {
        administrator = UUID.randomUUID();
        in(() -> database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                        + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())")
                .params(administrator, administrator + "@exemple.fr")
                .update());
    }

    @AfterEach
    void as_before() {
        fleet.configure("siegvo", Utilities.yaml(Utilities.SIEGVO), "operator:test", "as before");
    }

    @Tag("long")
    @Test
    void a_logo_is_sent_previewed_put_online_seen_by_subscribers_and_gone_when_one_goes_back() {
        try (var office = new Visit(Utilities.SIEGVO, port, Visit.DESK, ColorScheme.LIGHT);
                var visit = new Visit(Utilities.SIEGVO, port, Visit.PHONE, ColorScheme.LIGHT);
                var elsewhere = Visit.at(Utilities.ILEO, port)) {
            office.open(SignInWithoutAsking.administrator(administrator));
            var page = office.open(BRAND);
            send(page, "logo.png", "<svg/>".getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator("#image-error")).containsText("ni un PNG ni un JPEG");
            look(page, "refuse-1280");

            send(page, "logo.png", Images.png(480, 120));
            assertThat(page.locator(".difference")).containsText("Marque › Logo › Fichier");
            assertThat(page.frameLocator(".phone iframe").locator("#outlet .brand .logo"))
                    .isVisible();
            page.waitForFunction("document.querySelector('.phone iframe').contentDocument"
                    + ".querySelector('#outlet .brand .logo').naturalWidth === 480");
            look(page, "apercu-1280");
            assertThat(mark(subscriber(visit))).hasCount(1);
            apply(page, "Notre logo");
            assertThat(page.locator(".card .logo")).isVisible();

            assertThat(logo(subscriber(visit))).isVisible();
            Axe.assertClean(visit.page());
            var address = logo(visit.page()).getAttribute("src");
            // a picture that is opened alone is a page of the browser's, whose own style the policy refuses
            var headers =
                    logo(visit.page()).evaluate("async image => Object.fromEntries((await fetch(image.src)).headers)");
            Assertions.assertThat(headers)
                    .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                    .containsEntry("content-type", "image/png")
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("cache-control", "max-age=31536000, public, immutable")
                    .containsEntry("cross-origin-resource-policy", "cross-origin")
                    .containsKey("content-security-policy");
            Assertions.assertThat(elsewhere.answer(address).status()).isEqualTo(404);
            assertThat(mark(elsewhere.open("/"))).isVisible();

            office.open("/gestion/configuration");
            press(page, "Comparer", 0);
            press(page, "Remettre la version", 0);
            assertThat(page.locator(".notice.good")).isVisible();
            assertThat(mark(subscriber(visit))).isVisible();
        }
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"wide,900,180", "square,300,300", "tall,150,450"})
    void a_logo_of_any_shape_fits_a_phone_by_day_and_by_night(String shape, int width, int height) {
        try (var office = new Visit(Utilities.SIEGVO, port, Visit.PHONE, ColorScheme.LIGHT)) {
            office.open(SignInWithoutAsking.administrator(administrator));
            var page = office.open(BRAND);
            send(page, "logo.jpg", Images.jpeg(width, height));
            apply(page, "Notre logo");
            look(page, shape + "-marque-360");
        }
        for (var at : Visit.widths().toArray()) {
            for (var colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                try (var visit = new Visit(Utilities.SIEGVO, port, at, colours)) {
                    fits(visit.open("/"));
                    look(visit.page(), shape + "-accueil-" + at + "-" + colours);
                    fits(subscriber(visit));
                    look(visit.page(), shape + "-abonne-" + at + "-" + colours);
                }
            }
        }
    }

    @Tag("long")
    @Test
    void a_logo_in_force_is_taken_away_on_the_page_of_the_brand() {
        try (var office = Visit.at(Utilities.SIEGVO, port)) {
            office.open(SignInWithoutAsking.administrator(administrator));
            var page = office.open(BRAND);
            send(page, "logo.png", Images.png(300, 300));
            apply(page, "Notre logo");
            press(page, "Retirer le logo", 0);
            apply(page, "Plus de logo");

            assertThat(page.getByText("Retirer le logo")).hasCount(0);
            assertThat(mark(office.open("/"))).isVisible();
        }
    }

    /** As high as ever, inside the page, and never distorted where there is less room. */
    private static void fits(Page page) {
        var shown = logo(page);
        assertThat(shown).hasCSS("object-fit", "contain");
        Assertions.assertThat(shown.evaluate("image => image.decode().then(() => image.naturalWidth)"))
                .isNotEqualTo(0);
        Assertions.assertThat(shown.boundingBox().height).isLessThanOrEqualTo(MOST_HIGH);
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    private Page subscriber(Visit visit) {
        var user = in(() -> {
            var rows = new Rows(database);
            var someone = rows.user();
            rows.link(someone, rows.agreement());
            return someone;
        });
        return visit.open(SignInWithoutAsking.path(user));
    }

    private static Locator logo(Page page) {
        return page.locator("#outlet .brand .logo");
    }

    private static Locator mark(Page page) {
        return page.locator("#outlet .brand img[src$='.svg']");
    }

    private static void send(Page page, String name, byte[] content) {
        page.getByLabel("Image du logo").setInputFiles(new FilePayload(name, "image/png", content));
        press(page, "Envoyer le logo", 0);
        page.waitForURL(Pattern.compile(".*(logo|refus)=.*"));
        page.locator("#outlet main h1").waitFor();
    }

    private static void apply(Page page, String reason) {
        page.getByLabel("Raison du changement").fill(reason);
        press(page, "Mettre en ligne", 0);
        assertThat(page.getByText("C'est en ligne.")).isVisible();
    }

    private static void press(Page page, String name, int which) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .nth(which)
                .click();
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
                        .setPath(Path.of("target", "screenshots", "staff", "logo-" + name + ".png")));
    }
}
