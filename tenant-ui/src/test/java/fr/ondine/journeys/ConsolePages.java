package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.operators.CurrentOperator;
import fr.ondine.platform.operators.Permission;
import fr.ondine.testing.TestOperators;
import fr.ondine.testing.Utilities;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What tests of the console's pages have in common: how an operator comes in, fills, presses and looks. */
abstract class ConsolePages extends DeskPortal {

    static final String PASSWORD = TestOperators.PASSWORD;

    /** Who came in once comes again without being asked, but where coming in is what is tried. */
    static final Map<Permission, CurrentOperator> KNOWN = new EnumMap<>(Permission.class);

    final String slug = "k" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    Fleet fleet;

    @Autowired
    FleetDirectory directory;

    @Autowired
    Clock clock;

    void comeIn(Visit visit, Permission permission) {
        var operator = KNOWN.computeIfAbsent(permission, wanted -> new TestOperators(beans).signedIn(wanted));
        visit.open(SignInWithoutAsking.operator(operator));
    }

    /** Comes in at the console's door, as any operator does. */
    static void signIn(Page page, TestOperators.Known known, BeanFactory beans) {
        var now = beans.getBean(Clock.class).instant();
        signIn(page, known.email(), known.factor().codeAt(now), OptionalInt.empty());
        assertThat(page.locator("table")).isVisible();
    }

    static void signIn(Page page, String email, String code, OptionalInt look) {
        fill(page, "Adresse e\u2011mail", email);
        fill(page, "Mot de passe", PASSWORD);
        look.ifPresent(width -> look(page, "connexion", width));
        press(page, "Continuer");
        assertThat(page.getByLabel("Code à six chiffres")).isFocused();
        fill(page, "Code à six chiffres", code);
        look.ifPresent(width -> look(page, "code", width));
        page.keyboard().press("Enter");
    }

    Visit desk() {
        return Visit.atConsole(port, Visit.DESK, ColorScheme.LIGHT);
    }

    static void fill(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    static void fill(Page page, String label, String text, int which) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .nth(which)
                .fill(text);
    }

    static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).first().click();
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    String yaml() {
        return Utilities.like(Utilities.SIEGVO, slug);
    }

    /** Axe, and a picture for whoever wants to look. */
    static void look(Page page, String name, int width) {
        Axe.assertClean(page);
        Pictures.keep(
                page,
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots", "console", name + "-" + width + ".png")));
    }
}
