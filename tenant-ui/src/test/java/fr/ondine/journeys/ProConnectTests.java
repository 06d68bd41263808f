package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.factors.SecondFactor;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.staff.Team;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.simulators.franceconnect.Agent;
import fr.ondine.simulators.franceconnect.Client;
import fr.ondine.simulators.franceconnect.Fault;
import fr.ondine.simulators.franceconnect.FranceConnectSimulator;
import fr.ondine.simulators.franceconnect.Place;
import fr.ondine.testing.TestStaff;
import fr.ondine.testing.Utilities;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.transaction.support.TransactionTemplate;

/** The way of those who work at a utility to ProConnect and back: in a browser, and with every fault and trick. */
class ProConnectTests extends DeskPortal {

    private static final TenantId WORK = new TenantId("pcwork");
    private static final TenantId RSA = new TenantId("pcrsa");
    private static final String LISTED = "20005500200014";
    private static final String UNLISTED = "20007881400015";
    private static final String CALLBACK = "/gestion/connexion/proconnect/retour";
    private static final String SECOND_STEP = "/gestion/connexion?vers=%2Fgestion";
    private static final String FAILED = "/gestion/connexion?proconnect=echec";
    private static final String REFUSED = "/gestion/connexion?proconnect=refus";

    /** Of each utility one who has an account of the staff, and comes in by ProConnect for the first time each time. */
    private static final Map<TenantId, String> MEMBERS = new HashMap<>();

    private static final FranceConnectSimulator PRO_CONNECT = FranceConnectSimulator.startAtWork(0);

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    TenantProvisioning provisioning;

    @Autowired
    Team team;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void utilities_that_have_it() {
        PRO_CONNECT.disarm();
        if (!MEMBERS.isEmpty()) {
            return;
        }
        have(WORK, SignatureAlgorithm.ES256);
        have(RSA, SignatureAlgorithm.RS256);
        for (var utility : new TenantId[] {WORK, RSA}) {
            MEMBERS.put(utility, member(utility));
        }
    }

    @Test
    void who_is_invited_comes_in_by_proconnect_unlinks_it_and_leaves_both() {
        var email = TestStaff.freshEmail();
        TenantContext.runAs(WORK, () -> team.inviteAdministrator("operator:test", email, "Line Martin"));
        var line = employed(email, "Line", "MARTIN-" + email.value().substring(1, 9), LISTED);
        var stranger = employed(
                TestStaff.freshEmail(), "Zoé", "AILLEURS-" + email.value().substring(1, 9), LISTED);
        try (var visit = new Visit(WORK, port, Visit.PHONE, ColorScheme.LIGHT)) {
            var page = visit.open("/gestion/equipe");
            assertThat(page.getByText("Qu'est-ce que ProConnect ?"))
                    .hasAttribute("href", "https://www.proconnect.gouv.fr/");
            Axe.assertCleanAtBothEnds(page);
            choose(page, stranger);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("ce compte n'ouvre pas cet espace de gestion");
            assertThat(page.getByLabel("Mot de passe")).isVisible();
            Axe.assertCleanAtBothEnds(page);
            AtTheDesk.link(page, "Choisir un autre compte ProConnect");
            page.waitForURL(Pattern.compile(".*/gestion/deconnexion.*"));
            assertThat(page.getByText("Identifiez-vous avec le bon compte.")).isVisible();

            choose(page, line);
            page.waitForURL(Pattern.compile(".*/gestion/invitation.*"));
            assertThat(page.getByText("ProConnect nous a dit qui vous êtes.")).isVisible();
            var factor =
                    new SecondFactor("", page.locator(".secret").textContent().replace(" ", ""));
            fill(page, "Nouveau mot de passe", TestStaff.PASSWORD);
            fill(page, "Confirmation du mot de passe", TestStaff.PASSWORD);
            fill(page, "Premier code à six chiffres", factor.codeAt(clock.instant()));
            AtTheDesk.press(page, "Ouvrir mon accès");
            assertThat(page.locator(".recovery li")).hasCount(10);
            var recovery = page.locator(".recovery li").first().textContent().strip();
            visit.open("/gestion/equipe");
            var before = visit.session();
            choose(page, line);
            assertThat(page.getByLabel("Code à six chiffres")).isVisible();
            Axe.assertCleanAtBothEnds(page);
            fill(page, "Code à six chiffres", "000000");
            AtTheDesk.press(page, "Se connecter");
            assertThat(page.getByText("Ce code n'ouvre rien")).isVisible();
            fill(page, "Code à six chiffres", recovery);
            AtTheDesk.press(page, "Se connecter");
            assertThat(page.locator("#outlet main h1")).hasText("Équipe");
            assertThat(visit.session()).isNotEmpty().isNotEqualTo(before);

            visit.open("/gestion/mon-compte");
            assertThat(page.getByText("Votre accès est lié à ProConnect depuis le"))
                    .isVisible();
            Axe.assertCleanAtBothEnds(page);
            AtTheDesk.press(page, "Délier ProConnect");
            assertThat(page.getByText("Votre accès n'est plus lié à ProConnect."))
                    .isVisible();
            AtTheDesk.press(page, "Menu");
            AtTheDesk.press(page, "Se déconnecter");
            page.waitForURL(Pattern.compile(".*/gestion/deconnexion\\?state=.{32,}"));
            assertThat(page.getByText("Votre session est fermée.")).isVisible();
            Axe.assertClean(page);
        }
        try (var without = Visit.at(Utilities.SIEGVO, port)) {
            assertThat(without.open("/gestion/connexion").getByText("ProConnect"))
                    .hasCount(0);
        }
    }

    @Test
    void what_is_asked_is_what_proconnect_knows_and_no_more() {
        var person = AtFranceConnect.atWork(WORK, port);
        var parameters = Arrays.stream(person.begun().getRawQuery().split("&"))
                .collect(Collectors.toMap(part -> part.split("=")[0], part -> part.split("=", 2)[1]));

        assertThat(parameters.keySet())
                .isEqualTo(Set.of("client_id", "response_type", "scope", "redirect_uri", "state", "nonce"));
        assertThat(parameters.get("scope").split("%20"))
                .containsExactlyInAnyOrder("openid", "given_name", "usual_name", "email", "uid", "siret", "idp_id");
        assertThat(parameters.get("state")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(parameters.get("nonce")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(URI.create(person.begun().toString()).getQuery())
                .contains("redirect_uri=http://pcwork.localhost:" + port + CALLBACK);
    }

    @Test
    void the_log_can_say_by_which_names_things_are_asked_and_no_value() {
        try (var log = new AskedInLog()) {
            var asked = AtFranceConnect.atWork(WORK, port).begun();

            assertThat(log.lines())
                    .containsExactly("pcwork: to ProConnect with [response_type, client_id, scope, state,"
                            + " redirect_uri, nonce]");
            assertThat(Arrays.stream(asked.getRawQuery().split("&")).map(part -> part.split("=", 2)[1]))
                    .noneMatch(value -> log.lines().getFirst().contains(value));
        }
    }

    @Test
    void each_algorithm_is_believed_and_opens_nothing_by_itself() {
        for (var utility : new TenantId[] {WORK, RSA}) {
            var person = AtFranceConnect.atWork(utility, port);
            assertThat(person.comeBack(person.callbackOf(MEMBERS.get(utility)))).isEqualTo(SECOND_STEP);
            assertIsOutside(person);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BAD_SIGNATURE", "ALG_NONE", "WRONG_SUB", "WRONG_AUD", "WRONG_ISS", "WRONG_NONCE", "EXPIRED"})
    void a_sign_in_that_is_not_signed_for_us_now_is_no_step(Fault fault) {
        refused(() -> PRO_CONNECT.arm(Place.TOKEN, fault), FAILED);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BAD_SIGNATURE", "ALG_NONE", "WRONG_SUB", "WRONG_AUD", "WRONG_ISS", "EXPIRED"})
    void a_person_who_is_not_signed_for_us_now_is_nobody(Fault fault) {
        refused(() -> PRO_CONNECT.arm(Place.USERINFO, fault), FAILED);
    }

    @Test
    void a_plain_answer_or_another_algorithm_is_not_believed() {
        refused(
                () -> PRO_CONNECT.register(
                        client(WORK, SignatureAlgorithm.ES256).signing(false)),
                FAILED);
        refused(() -> PRO_CONNECT.register(client(WORK, SignatureAlgorithm.RS256)), FAILED);
    }

    @Test
    void where_it_does_not_answer_the_password_is_the_other_way_in() {
        refused(() -> PRO_CONNECT.fail(Place.TOKEN), "/gestion/connexion?proconnect=indisponible");
        refused(() -> PRO_CONNECT.fail(Place.USERINFO), "/gestion/connexion?proconnect=indisponible");
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "access_denied, abandon",
        "invalid_request, echec",
        "server_error, indisponible",
        "login_required, echec",
        "<script>, echec"
    })
    void each_error_that_it_tells_leads_to_the_other_way_in(String error, String word) {
        refused(() -> PRO_CONNECT.answer(error), "/gestion/connexion?proconnect=" + word);
    }

    @Test
    void who_was_not_invited_and_who_works_elsewhere_read_the_same() {
        var stranger = AtFranceConnect.atWork(WORK, port);
        var unknown = employed(TestStaff.freshEmail(), "Zoé", "INCONNUE", LISTED);
        assertThat(stranger.comeBack(stranger.callbackOf(unknown.name()))).isEqualTo(REFUSED);

        var elsewhere = AtFranceConnect.atWork(WORK, port);
        var known = new TestStaff(beans, WORK).administrator();
        var moved = employed(new EmailAddress(known.email()), "Zoé", "AILLEURS", UNLISTED);
        assertThat(elsewhere.comeBack(elsewhere.callbackOf(moved.name()))).isEqualTo(REFUSED);
        assertIsOutside(elsewhere);
    }

    @Test
    void an_answer_counts_once_and_in_the_session_that_asked_alone() {
        var person = AtFranceConnect.atWork(WORK, port);
        var callback = person.callbackOf(MEMBERS.get(WORK));
        var victim = AtFranceConnect.atWork(WORK, port);
        victim.begun();
        assertThat(victim.comeBack(callback)).as("of another browser").isEqualTo(FAILED);
        assertThat(AtFranceConnect.atWork(WORK, port).comeBack(callback))
                .as("of one that asked nothing")
                .isEqualTo(FAILED);

        var before = person.session();
        assertThat(person.comeBack(callback)).isEqualTo(SECOND_STEP);
        assertThat(person.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(person.comeBack(callback)).as("a second time").isEqualTo(FAILED);
    }

    @Test
    void an_answer_at_another_utility_is_none_nor_is_one_of_franceconnects_door() {
        var here = AtFranceConnect.atWork(WORK, port);
        var callback = here.callbackOf(MEMBERS.get(WORK));
        var there = AtFranceConnect.atWork(RSA, port);
        there.begun();
        assertThat(there.comeBack(callback)).isEqualTo(FAILED);
        there.steal(here);
        assertThat(there.comeBack(callback)).isEqualTo(FAILED);
        assertThat(here.get(callback.replace(CALLBACK, "/login/oauth2/code/franceconnect"))
                        .status())
                .isEqualTo(404);

        assertThat(here.comeBack(callback)).isEqualTo(SECOND_STEP);
        there.steal(here);
        assertIsOutside(there);
    }

    @ParameterizedTest
    @CsvSource({"iss=[^&]*, iss=https://evil.example/api/v2", "iss=[^&]*, ''", "state=[^&]*, state=", "$, &code=x"})
    void an_answer_that_names_another_issuer_or_state_or_two_codes_is_not_believed(String part, String instead) {
        var person = AtFranceConnect.atWork(WORK, port);
        var callback = person.callbackOf(MEMBERS.get(WORK));

        assertThat(person.comeBack(callback.replaceAll(part, instead))).isEqualTo(FAILED);
        assertThat(person.comeBack(callback))
                .as("the question is used up, and the right answer is none any more")
                .isEqualTo(FAILED);
        assertIsOutside(person);
    }

    @Test
    void another_sites_link_begins_nothing_and_ends_nothing() {
        var raw = new RawHttp(port);
        for (var site : new String[] {"cross-site", "same-site"}) {
            assertThat(raw.get("pcwork.localhost", "/gestion/connexion/proconnect", "Sec-Fetch-Site: " + site)
                            .header("Location"))
                    .contains("http://pcwork.localhost:" + port + "/gestion/connexion");
        }
        assertThat(raw.get("pcwork.localhost", "/gestion/connexion/proconnect/quitter")
                        .header("Location")
                        .orElseThrow())
                .endsWith("/gestion/connexion");
    }

    @Test
    void where_it_is_not_configured_there_is_no_door() {
        var person = AtFranceConnect.atWork(Utilities.SIEGVO, port);

        assertThat(person.get("/gestion/connexion/proconnect").status()).isEqualTo(404);
        assertThat(person.get(CALLBACK + "?code=x&state=y").status()).isEqualTo(404);
    }

    /** Somebody who would be let in, comes with a fault, and is not. */
    private void refused(Runnable fault, String place) {
        var member = MEMBERS.get(WORK);
        var linked = links();
        var person = AtFranceConnect.atWork(WORK, port);
        fault.run();
        try {
            assertThat(person.comeBack(person.callbackOf(member))).isEqualTo(place);
            assertIsOutside(person);
        } finally {
            PRO_CONNECT.disarm();
            PRO_CONNECT.register(client(WORK, SignatureAlgorithm.ES256));
        }
        assertThat(person.comeBack(person.callbackOf(member))).as("without it").isEqualTo(SECOND_STEP);
        assertThat(links()).as("nothing is linked before the second step").isEqualTo(linked);
    }

    private static void assertIsOutside(AtFranceConnect person) {
        assertThat(person.get("/gestion").header("Location")).get().asString().contains("/gestion/connexion");
    }

    /** An account of the staff that was opened with a password, and its owner at ProConnect. */
    private String member(TenantId utility) {
        var known = new TestStaff(beans, utility).administrator();
        return employed(new EmailAddress(known.email()), "Anne", "MARTIN", LISTED)
                .name();
    }

    private static Agent employed(EmailAddress email, String givenName, String usualName, String siret) {
        var agent = new Agent(
                "a" + UUID.randomUUID().toString().replace("-", ""), givenName, usualName, email.value(), siret);
        PRO_CONNECT.employ(agent);
        return agent;
    }

    private Set<String> links() {
        return TenantContext.callAs(
                WORK,
                () -> transaction.execute(status -> Set.copyOf(database.sql("select subject from staff_identity")
                        .query(String.class)
                        .list())));
    }

    private void have(TenantId utility, SignatureAlgorithm algorithm) {
        PRO_CONNECT.register(client(utility, algorithm));
        provisioning.provision(Utilities.like(Utilities.MALESHERBOIS, utility.slug())
                + """

                pro-connect:
                  issuer: %s
                  client-id: client-%s
                  signature: %s
                  sirets: ["%s"]
                """.formatted(
                        PRO_CONNECT.issuer(), utility, algorithm.getName().toLowerCase(), LISTED));
    }

    private Client client(TenantId utility, SignatureAlgorithm algorithm) {
        return Client.atWork(
                "client-" + utility,
                "secret-of-" + utility,
                URI.create("http://" + utility + ".localhost:" + port),
                algorithm);
    }

    private static void choose(Page page, Agent agent) {
        AtTheDesk.link(page, "S'identifier avec ProConnect");
        AtTheDesk.link(page, agent.label());
    }

    private static void fill(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }
}
