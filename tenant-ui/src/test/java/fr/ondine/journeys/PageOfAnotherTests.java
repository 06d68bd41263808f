package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A page that one person opened does nothing once another one has signed in, in the same browser. */
@PortalTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class PageOfAnotherTests {

    private final TenantId utility =
            new TenantId("y" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));

    @LocalServerPort
    int port;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void a_utility_that_announces_its_invoices() {
        fleet.add(
                Utilities.like(Utilities.SIEGVO, utility.slug())
                        .replace("rounding:", "invoice-mails:\n  issued: true\n  due-soon-days: 7\n\nrounding:"),
                "operator:test");
        tenants.refresh();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?v-r=", "?v%2Dr="})
    void it_is_loaded_anew_instead_of_acting_for_who_opened_it(String how) {
        var first = user();
        try (var visit = Visit.at(utility, port)) {
            visit.open(SignInWithoutAsking.path(first));
            var page = visit.open("/mon-compte");
            page.locator("#mails-issued").uncheck();
            try (var other = page.context().newPage()) {
                other.navigate(page.url().replace("/mon-compte", SignInWithoutAsking.path(user())));
            }
            sendBy(page, how);
            press(page, "Enregistrer");
            assertThat(page.locator("#mails-issued")).isChecked();
            Assertions.assertThat(refused(first)).isZero();
        }
    }

    /** Where machines come in nobody asks whose session it is. */
    @ParameterizedTest
    @ValueSource(strings = {"webhooks/x?v-r=", "branding/x?v-r=", "franceconnect/x?v-r=", "?v-r="})
    void what_has_ended_does_nothing_by_another_address_either(String how) {
        var first = user();
        try (var visit = Visit.at(utility, port)) {
            visit.open(SignInWithoutAsking.path(first));
            var page = visit.open("/mon-compte");
            page.locator("#mails-issued").uncheck();
            TenantContext.runAs(
                    utility,
                    () -> transaction.executeWithoutResult(status -> database.sql(
                                    "update user_account set security_version = security_version + 1 where id = ?")
                            .param(first.value())
                            .update()));
            sendBy(page, how);
            page.waitForResponse(answer -> answer.url().contains("uidl"), () -> press(page, "Enregistrer"));
            Assertions.assertThat(refused(first)).isZero();
        }
    }

    @Test
    void it_goes_on_for_who_opened_it() {
        var first = user();
        try (var visit = Visit.at(utility, port)) {
            visit.open(SignInWithoutAsking.path(first));
            var page = visit.open("/mon-compte");
            page.locator("#mails-issued").uncheck();
            try (var other = page.context().newPage()) {
                other.navigate(page.url().replace("/mon-compte", SignInWithoutAsking.path(first)));
            }
            press(page, "Enregistrer");
            assertThat(page.getByRole(AriaRole.STATUS).first()).isVisible();
            Assertions.assertThat(refused(first)).isOne();
        }
    }

    private UserId user() {
        return TenantContext.callAs(utility, () -> transaction.execute(status -> new Rows(database).user()));
    }

    private long refused(UserId user) {
        return TenantContext.callAs(
                utility,
                () -> transaction.execute(status -> database.sql("select count(*) from mail_refusal where user_id = ?")
                        .param(user.value())
                        .query(Long.class)
                        .single()));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void sendBy(Page page, String how) {
        page.route(
                "**/*v-r=uidl*",
                message -> message.resume(new com.microsoft.playwright.Route.ResumeOptions()
                        .setUrl(message.request().url().replace("?v-r=", how))));
    }
}
