package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ondine.platform.factors.HashesDone;
import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.NewAccount;
import fr.ondine.platform.identity.Registration;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.AnswerTimes;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Whether an address has an account is told by no page, at the doors themselves. */
@PortalTest
@TestPropertySource(properties = "ondine.jobs.enabled=false")
class KnownAddressDoorTests {

    private static final String PASSWORD = "trois chevaux gris";

    @LocalServerPort
    int port;

    @Autowired
    Registration registration;

    @Autowired
    Announcements announcements;

    private RawHttp http;
    private String known;
    private String waiting;

    @BeforeEach
    void somebody_with_an_account_and_somebody_who_waits_for_one() {
        http = new RawHttp(port);
        known = somebody();
        waiting = somebody();
        TenantContext.runAs(SIEGVO, () -> {
            signUp(known);
            registration.activate(announcements.last(ActivationRequested.class).token(), PASSWORD);
            signUp(waiting);
        });
    }

    @Test
    void a_refused_sign_in_is_the_same_answer_after_the_same_work() {
        var refused = refusal(known);

        assertThat(refused).contains("302", "/connexion?erreur");
        for (var other : List.of(waiting, somebody(), "pas une adresse")) {
            assertThat(refusal(other)).as(other).isEqualTo(refused);
        }
        for (var email : List.of(known, waiting, somebody())) {
            assertThat(HashesDone.by(() -> send(email))).as(email).isOne();
        }
    }

    @Test
    @Tag("long") // a busy machine would make it a matter of luck
    void a_refused_sign_in_takes_as_long() {
        AnswerTimes.assertAlike(
                round -> send(known, "10.82.1." + round),
                round -> send("nobody" + round + "@exemple.fr", "10.82.2." + round));
    }

    @Test
    void whoever_forgot_a_password_or_signs_up_reads_the_same_page() {
        try (var visit = Visit.at(SIEGVO, port)) {
            var forgotten = forgotten(visit, known);
            assertThat(forgotten).hasSizeGreaterThan(20);
            assertThat(forgotten(visit, somebody())).isEqualTo(forgotten);
            assertThat(forgotten(visit, waiting)).isEqualTo(forgotten);

            var signedUp = signedUp(visit, known);
            assertThat(signedUp).hasSizeGreaterThan(20);
            assertThat(signedUp(visit, somebody())).isEqualTo(signedUp);
            assertThat(signedUp(visit, waiting)).isEqualTo(signedUp);
        }
    }

    private static String forgotten(Visit visit, String email) {
        var page = visit.open("/mot-de-passe-oublie");
        page.getByLabel("Adresse e\u2011mail").fill(email);
        return after(page, "Recevoir le lien", "Si un compte existe", email);
    }

    private static String signedUp(Visit visit, String email) {
        var page = visit.open("/inscription");
        page.getByLabel("Adresse e\u2011mail").fill(email);
        page.getByLabel("Mot de passe", new Page.GetByLabelOptions().setExact(true))
                .fill(PASSWORD);
        page.getByLabel("Confirmation du mot de passe").fill(PASSWORD);
        return after(page, "Valider", "Relevez votre boîte mail", email);
    }

    private static String after(Page page, String button, String told, String email) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
        assertThat(page.getByText(told).first()).isVisible();
        return page.locator("main").innerText().replace(email, "…");
    }

    /** All that a stranger gets to see: the status, each header, the words. */
    private String refusal(String email) {
        var answer = send(email);
        return answer.status() + " " + answer.header("Location").orElse("").replaceAll("^http://[^/]*", "") + " "
                + answer.headers("Set-Cookie").stream()
                        .map(cookie -> cookie.replaceAll("=.*", ""))
                        .sorted()
                        .toList()
                + " " + answer.body();
    }

    private RawHttp.Answer send(String email) {
        return send(email, "10.82.3.1");
    }

    private RawHttp.Answer send(String email, String from) {
        return http.post(
                "siegvo.localhost",
                "/connexion",
                "email=" + email.replace(' ', '+') + "&password=un+mot+de+passe+faux",
                "X-Forwarded-For: " + from,
                "Content-Type: application/x-www-form-urlencoded");
    }

    private void signUp(String email) {
        registration.signUp(
                new NewAccount(new EmailAddress(email), PASSWORD),
                new Visitor(UUID.randomUUID().toString()));
    }

    private static String somebody() {
        return "p" + UUID.randomUUID().toString().substring(0, 8) + "@exemple.fr";
    }
}
