package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.Credentials;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.PasswordResetRequested;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantContext;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A mailed link in two browsers at the same moment: it is good in one of them. */
@PortalTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class LinksAtTheDoorTests {

    private static final String PASSWORD = "trois chevaux gris";
    private static final List<String> NEW_ONES = List.of("quatre hérons patientent", "cinq canards plongent");

    @LocalServerPort
    int port;

    @Autowired
    Registration registration;

    @Autowired
    Credentials credentials;

    @Autowired
    Announcements announcements;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private EmailAddress email;

    @BeforeEach
    void somebody_who_signed_up() {
        email = new EmailAddress("p" + UUID.randomUUID().toString().substring(0, 12) + "@exemple.fr");
        TenantContext.runAs(SIEGVO, () -> registration.signUp(new NewAccount(email, PASSWORD), visitor()));
    }

    @Test
    void an_account_is_activated_once() {
        var link = announcements.last(ActivationRequested.class).token();
        try (var here = Visit.at(SIEGVO, port);
                var there = Visit.at(SIEGVO, port)) {
            var pages = List.of(
                    here.open(Announcements.link("/activation", link)),
                    there.open(Announcements.link("/activation", link)));

            pages.forEach(page -> page.locator("#password").fill(PASSWORD));
            atOnce(link, pages, page -> press(page, "Activer mon compte"));

            assertOneOf(pages, "Vous n'avez pas encore de contrat", "Ce lien n'est plus valable");
        }
    }

    @Test
    void a_password_is_chosen_once() {
        TenantContext.runAs(SIEGVO, () -> {
            registration.activate(announcements.last(ActivationRequested.class).token(), PASSWORD);
            credentials.requestReset(email, visitor());
        });
        var link = announcements.last(PasswordResetRequested.class).token();
        try (var here = Visit.at(SIEGVO, port);
                var there = Visit.at(SIEGVO, port)) {
            var pages = List.of(
                    here.open(Announcements.link("/nouveau-mot-de-passe", link)),
                    there.open(Announcements.link("/nouveau-mot-de-passe", link)));
            for (var one = 0; one < 2; one++) {
                pages.get(one).getByLabel("Nouveau mot de passe").first().fill(NEW_ONES.get(one));
                pages.get(one).getByLabel("Confirmation du mot de passe").fill(NEW_ONES.get(one));
            }

            atOnce(link, pages, page -> press(page, "Enregistrer ce mot de passe"));

            var chosen = assertOneOf(pages, "Votre mot de passe est enregistré.", "Ce lien n'est plus valable");
            assertThat(TenantContext.callAs(
                            SIEGVO, () -> credentials.signIn(email.value(), NEW_ONES.get(chosen), visitor())))
                    .isNotNull();
        }
    }

    /** Both have been asked for, and wait for the link, before either has it. */
    private void atOnce(RawToken link, List<Page> pages, Consumer<Page> press) {
        TenantContext.runAs(
                SIEGVO,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql("select purpose from email_token where hash = ? for update")
                            .param(link.digest())
                            .query(String.class)
                            .single();
                    pages.forEach(press);
                    await().pollInSameThread()
                            .until(() -> database.sql("select count(distinct pid) from pg_locks where not granted")
                                            .query(Integer.class)
                                            .single()
                                    >= pages.size());
                }));
    }

    /** Which of them it was good in. */
    private static int assertOneOf(List<Page> pages, String done, String over) {
        pages.forEach(
                page -> assertThat(page.getByText(done).or(page.getByText(over)).first())
                        .isVisible());
        var won =
                pages.stream().filter(page -> page.getByText(done).isVisible()).toList();
        assertThat(won).hasSize(1);
        return pages.indexOf(won.getFirst());
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private static Visitor visitor() {
        return new Visitor(UUID.randomUUID().toString());
    }
}
