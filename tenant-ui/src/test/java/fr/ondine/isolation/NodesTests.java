package fr.ondine.isolation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import fr.ondine.journeys.Visit;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.Waiters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two processes of production on one PostgreSQL and one Redis, behind a switch; the test's own application is a third node,
 * which does no jobs. A start is dear: each of the two ends once, at the end.
 */
@IsolationTest
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesTests {

    /** Long enough that a node is told to stop while it answers. */
    private static final Duration ANSWER = Duration.ofSeconds(2);

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private final Switch door = new Switch();
    private final CountedMails mails = new CountedMails();
    private Node first;
    private Node second;
    private Marked utility;

    @BeforeAll
    void two_nodes() {
        first = Node.start("first", settings(), folder);
        second = Node.start("second", settings(), folder);
        utility = Marking.of(application, new Wire(port), 1).getFirst();
        first.awaitReady();
        second.awaitReady();
    }

    @AfterAll
    void end() {
        first.kill();
        second.kill();
        door.close();
        mails.close();
    }

    @Test
    @Order(1)
    void a_configuration_put_in_force_at_one_is_shown_by_both_within_a_second() {
        nodes().showWhatIsPutInForce();
    }

    @Test
    @Order(2)
    void a_job_is_done_once_although_both_do_jobs() {
        nodes().doEachJobOnce("once");
    }

    /** Whoever has no session is told by Vaadin that the visit is over, as everywhere. */
    @Test
    @Order(2)
    void a_page_that_another_node_has_is_loaded_again_where_it_leads_and_nowhere_else() {
        var begun = new Pages(new Wire(first.port())).begin(utility.host(), "/factures", utility.session());
        var elsewhere = new Pages(new Wire(second.port()));

        assertThat(elsewhere.navigate(utility.host(), "/mon-compte?a=b", begun).text())
                .contains("\"url\":\"/mon-compte?a=b\"")
                .doesNotContain("La page doit");
        assertThat(elsewhere.navigate(utility.host(), "//evil.example/", begun).text())
                .contains("\"url\":null");
        assertThat(elsewhere
                        .navigate(utility.host(), "/x:y@evil.example", begun)
                        .text())
                .contains("\"url\":null");
        assertThat(elsewhere
                        .message(utility.host(), begun, "{\"type\":\"event\",\"event\":\"click\"}")
                        .text())
                .contains("La page doit être rechargée");
        var nobody = new Pages.Begun(begun.answer(), "", begun.key(), begun.ui());
        assertThat(elsewhere.navigate(utility.host(), "/mon-compte", nobody).text())
                .containsAnyOf("sessionExpired", "appError")
                .doesNotContain("/mon-compte");
    }

    @Test
    @Order(3)
    void a_node_that_is_told_to_stop_says_so_first_and_what_it_began_is_done_there_or_by_another() throws Exception {
        var addresses = nodes().addresses(CountedMails.SLOWLY);
        nodes().mail(addresses);
        mails.awaitSlowOne();
        var signIn = stopWhileSomebodySignsIn();

        var answer = signIn.get();
        assertThat(answer.header("Location")).as(answer.text()).endsWith("/tableau-de-bord");
        assertThat(second.send(Asked.get(utility.host(), "/tableau-de-bord").cookies(answer.cookies()))
                        .status())
                .as("the session that began there")
                .isEqualTo(200);
        assertThat(first.endsWithin(Duration.ofSeconds(40))).as(first::said).isTrue();
        nodes().awaitEach(addresses);
    }

    @Test
    @Order(4)
    void whoever_is_signed_in_at_one_goes_on_at_another_when_it_is_killed() {
        door.lead("second", second.port());
        try (var visit = Visit.at(utility.tenant(), door.port());
                var other = Visit.at(utility.tenant(), door.port())) {
            signIn(visit);
            other.page().context().addCookies(visit.page().context().cookies());
            var page = visit.open("/mon-compte/nom");
            page.getByLabel("Prénom").fill("Saved");
            press(page, "Enregistrer");
            assertThat(page.getByText("Saved " + utility.kept())).isVisible();
            visit.open("/mon-compte/nom");
            page.getByLabel("Prénom").fill("Half typed");
            other.open("/factures").waitForLoadState(LoadState.NETWORKIDLE);
            page.waitForLoadState(LoadState.NETWORKIDLE);

            second.kill();
            door.lead("third", port);

            press(page, "Enregistrer");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Ce que vous aviez saisi est toujours là");
            assertThat(page.getByLabel("Prénom")).hasValue("Half typed");
            press(page, "Enregistrer");
            assertThat(page.getByText("Half typed " + utility.kept())).isVisible();
            other.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mon compte"))
                    .first()
                    .click();
            assertThat(other.page().getByText("Half typed " + utility.kept())).isVisible();
        }
        assertThat(door.failures()).isEmpty();
    }

    /** They wait for their row, which this transaction holds until readiness has fallen. */
    private CompletableFuture<Answer> stopWhileSomebodySignsIn() {
        var database = application.getBean(JdbcClient.class);
        return TenantContext.callAs(
                utility.tenant(),
                () -> application.getBean(TransactionTemplate.class).execute(status -> {
                    database.sql("select id from user_account where email = ? for update")
                            .param(utility.email())
                            .query(UUID.class)
                            .single();
                    var signIn = CompletableFuture.supplyAsync(
                            this::signIn, task -> Thread.ofVirtual().start(task));
                    Waiters.forUs(database);
                    first.stop();
                    await().pollInSameThread()
                            .atMost(Duration.ofSeconds(1))
                            .pollInterval(Duration.ofMillis(20))
                            .until(() -> first.readiness() == 503);
                    assertThat(signIn).as("readiness falls first").isNotDone();
                    return signIn;
                }));
    }

    private Answer signIn() {
        return first.send(Asked.form(
                utility.host(),
                "/connexion",
                "email=" + utility.email() + "&password=" + Marked.PASSWORD.replace(' ', '+')));
    }

    private void signIn(Visit visit) {
        var page = visit.open("/connexion");
        page.getByLabel("Adresse e\u2011mail").fill(utility.email());
        page.getByLabel("Mot de passe", new Page.GetByLabelOptions().setExact(true))
                .fill(Marked.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/tableau-de-bord.*"));
    }

    private TwoNodes nodes() {
        return new TwoNodes(first, second, utility, application, mails);
    }

    private Map<String, String> settings() {
        var settings = Node.settings(door, mails);
        settings.put("ondine.identity.least-answer", ANSWER.toMillis() + "ms");
        return settings;
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
