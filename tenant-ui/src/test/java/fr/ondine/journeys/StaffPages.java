package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ondine.platform.staff.Team;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.TestStaff;
import fr.ondine.testing.Utilities;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of the staff's pages have in common: how somebody comes in, fills, presses and looks. */
abstract class StaffPages extends DeskPortal {

    static final String PASSWORD = TestStaff.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    Team team;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    void comeIn(Visit visit, TestStaff.Known who) {
        var page = visit.open("/gestion/connexion");
        var before = visit.session();
        signIn(page, who.email(), who.factor().codeAt(clock.instant()), Visit.DESK);
        assertThat(heading(page)).containsText("Bonjour");
        Assertions.assertThat(visit.session())
                .as("nobody knew it before")
                .isNotEmpty()
                .isNotEqualTo(before);
    }

    static void signIn(Page page, String email, String code, int width) {
        fill(page, "Adresse e\u2011mail", email);
        fill(page, "Mot de passe", PASSWORD);
        look(page, "connexion", width);
        press(page, "Continuer");
        fill(page, "Code à six chiffres", code);
        press(page, "Se connecter");
    }

    /** Who is signed in without asking is so at the first version of the account. */
    UUID idAtFirstVersion(String email) {
        return TenantContext.callAs(
                Utilities.SIEGVO,
                () -> transaction.execute(status -> database.sql(
                                "update staff_member set security_version = 0 where email = ? returning id")
                        .param(email)
                        .query(UUID.class)
                        .single()));
    }

    TestStaff staff() {
        return new TestStaff(beans, Utilities.SIEGVO);
    }

    static Locator heading(Page page) {
        return page.locator("#outlet main h1");
    }

    static void fill(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    static void look(Page page, String name, int width) {
        Axe.assertClean(page);
        Pictures.keep(
                page,
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screenshots", "staff", name + "-" + width + ".png")));
    }
}
