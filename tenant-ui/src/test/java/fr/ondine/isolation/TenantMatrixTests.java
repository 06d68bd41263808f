package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.LongRun;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Every route, in every role, with what belongs to another utility; a new route is in it by itself. */
@IsolationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantMatrixTests {

    private static final Set<Integer> CALM = Set.of(200, 400, 401, 403, 404, 405, 415, 421);

    /** What a page says when it could not be made: in a message, under a calm status. */
    private static final String BROKEN =
            ResourceBundle.getBundle("fr.ondine.ui.messages", Locale.FRENCH).getString("shell.error.failure.title");

    /** Filters that answer a request themselves, or let it through: what they take is in {@link Doors}. */
    private static final Set<String> FILTERS = Set.of(
            "AnonymousAuthenticationFilter",
            "AuthorizationServerContextFilter",
            "BearerTokenAuthenticationFilter",
            "NimbusJwkSetEndpointFilter",
            "OAuth2AuthorizationCodeRequestValidatingFilter",
            "OAuth2AuthorizationEndpointFilter",
            "OAuth2AuthorizationServerMetadataEndpointFilter",
            "OAuth2ClientAuthenticationFilter",
            "OAuth2ProtectedResourceMetadataFilter",
            "OAuth2TokenEndpointFilter",
            "OAuth2TokenIntrospectionEndpointFilter",
            "OAuth2TokenRevocationEndpointFilter",
            "OidcLogoutEndpointFilter",
            "OidcProviderConfigurationEndpointFilter",
            "OidcUserInfoEndpointFilter",
            "ProviderDoor",
            "ShownLately",
            "SubscriberOnly",
            "TokenFilter",
            "AuthorizationFilter",
            "CsrfFilter",
            "DisableEncodeUrlFilter",
            "ExceptionTranslationFilter",
            "KeyFilter",
            "LogoutFilter",
            "OperatorGuard",
            "RememberMeAuthenticationFilter",
            "RequestCacheAwareFilter",
            "SameOriginFilter",
            "SecurityContextHolderAwareRequestFilter",
            "SecurityContextHolderFilter",
            "SessionGuard",
            "SessionManagementFilter",
            "UserInLogs",
            "UsernamePasswordAuthenticationFilter",
            "WebAsyncManagerIntegrationFilter");

    /** Pages that a mailed secret opens, to whoever holds it. */
    private static final Set<String> OF_A_MAIL =
            Set.of("/activation", "/nouveau-mot-de-passe", "/nouvelle-adresse", "/adresse-retablie");

    private static final Set<String> OF_AGENTS = Set.of(
            "/gestion/mon-compte",
            "/gestion/releves",
            "/gestion/releves/contrat",
            "/gestion/releves/{releve}",
            "/gestion/releves/compteur",
            "/gestion/releves/sans-releve",
            "/gestion/titulaire",
            "/gestion/demandes",
            "/gestion/demandes/{demande}",
            "/gestion/recherche",
            "/gestion/comptes/{contrat}",
            "/gestion/comptes/{contrat}/envoi",
            "/gestion/comptes/{contrat}/mensualisation",
            "/gestion/mensualisations",
            "/gestion/factures",
            "/gestion/factures/{facture}",
            "/gestion/fuites",
            "/gestion/fuites/{fuite}",
            "/gestion/tarifs",
            "/gestion/tarifs/version",
            "/gestion/tarifs/essai",
            "/gestion/tarifs/regles");

    private static final String OF_A_KEY = "/gestion/comptes/{contrat}/cle";

    /** Pages that are there to change something. */
    private static final Set<String> OF_THOSE_WHO_SERVE = Set.of(
            "/gestion/releves/compteur",
            "/gestion/titulaire",
            "/gestion/comptes/{contrat}/envoi",
            "/gestion/demandes",
            "/gestion/demandes/{demande}");

    private static final Set<String> OF_WHO_SEES_BILLING = Set.of(
            "/gestion/facturation", "/gestion/facturation/{run}", "/gestion/relances", "/gestion/relances/{envoi}");

    private static final Set<String> OF_BILLERS = Set.of(
            "/gestion/facturation",
            "/gestion/relances",
            "/gestion/comptes/{contrat}/relances",
            "/gestion/comptes/{contrat}/facturer");

    /** Programs that act for their utility are asked for no pages. */
    private static final Set<Role> WHO_SEES = EnumSet.complementOf(EnumSet.of(Role.MACHINE, Role.APPLICATION));

    /** Staff who may the least, who is no staff, and nobody; what each role of staff may is tried by their own tests. */
    private static final Set<Role> A_FEW_WHO_SEE = EnumSet.of(Role.READER, Role.SUBSCRIBER, Role.NONE);

    @LocalServerPort
    int port;

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private Wire wire;
    private Pages pages;
    private List<Marked> utilities;
    private List<Door> doors;
    private String rowsBefore;

    @BeforeAll
    void two_utilities_full_of_marks() {
        wire = new Wire(port);
        pages = new Pages(wire);
        utilities = Marking.of(application, wire, 2);
        doors = new Doors(application).all();
        utilities.forEach(this::setPapers);
        rowsBefore = rows() + PlatformRows.digest();
    }

    /** A paper is stored when somebody whose it is asks for it first: that is no attack. */
    private void setPapers(Marked home) {
        doors.stream()
                .filter(door -> door.template().startsWith("/factures/{id}"))
                .forEach(door -> answers(door, Role.SUBSCRIBER, home, home));
        doors.stream()
                .filter(door -> door.template().startsWith("/api/v1/me/invoices/{id}"))
                .forEach(door -> answers(door, Role.APPLICATION, home, home));
    }

    @AfterAll
    void no_attack_changed_a_row() {
        assertThat(rows() + PlatformRows.digest()).isEqualTo(rowsBefore);
    }

    @TestFactory
    Stream<DynamicContainer> no_route_shows_one_utility_to_another() {
        return Arrays.stream(Attack.values())
                .flatMap(attack -> Role.attackers().filter(attack::isAsked).map(role -> attacks(attack, role)));
    }

    @Test
    void whoever_it_belongs_to_does_see_the_marks() {
        for (var home : utilities) {
            var seen = doors.stream()
                    .filter(door -> door.kind() != Door.Kind.OTHER)
                    .filter(door -> answers(door, Role.SUBSCRIBER, home, home).stream()
                            .anyMatch(answer -> answer.text().contains(home.kept())))
                    .map(Door::toString)
                    .collect(Collectors.toSet());
            assertThat(seen)
                    .contains(
                            "GET /factures/{id}.pdf",
                            "GET /factures",
                            "GET /factures/{invoice}/comprendre",
                            "GET /fuites/{fuite}",
                            "GET /tableau-de-bord",
                            "GET /consommations",
                            "GET /echeancier",
                            "GET /mon-compte",
                            "GET /activation",
                            "GET /nouveau-mot-de-passe",
                            "GET /nouvelle-adresse",
                            "GET /adresse-retablie",
                            "GET /contrats/confirmer");
        }
    }

    @Test
    void a_file_that_is_posted_is_looked_at_where_it_belongs_and_nowhere_else() {
        var home = utilities.getFirst();
        var theirs = utilities.getLast();
        var uploads = doors.stream().filter(Door::takesFiles).toList();
        assertThat(uploads)
                .extracting(Door::template)
                .contains("/fuites/{id}/attestation", "/gestion/configuration/documents/envoi");

        for (var door : uploads) {
            var role = door.template().startsWith("/gestion") ? Role.ADMINISTRATOR : Role.SUBSCRIBER;
            assertThat(answers(door, role, home, home))
                    .as("%s: what it is of", door)
                    .allMatch(answer -> answer.status() == 303)
                    .noneMatch(answer -> answer.header("Location").contains("refus=autre"));
            if (door.template().contains("{id}")) {
                assertThat(answers(door, role, home, theirs))
                        .as("%s: of somebody else", door)
                        .allMatch(answer -> answer.header("Location").contains("refus=autre"));
            }
        }
    }

    @Test
    void every_answer_of_every_door_says_how_a_browser_is_to_treat_it_and_keeps_nothing_of_a_person() {
        var home = utilities.getFirst();
        for (var role : List.of(Role.NONE, Role.SUBSCRIBER, Role.ADMINISTRATOR)) {
            // who signs in at home is signed in, which leaves a trace
            doors.stream()
                    .filter(door -> !door.toString().equals("POST /connexion"))
                    .filter(door ->
                            role != Role.ADMINISTRATOR || door.template().startsWith("/gestion"))
                    .forEach(door -> answers(door, role, home, home)
                            .forEach(answer -> Protection.assertOn(answer, role + " " + door)));
        }
    }

    @Test
    void a_logo_is_shown_at_the_host_of_its_own_utility_and_nowhere_else() {
        var door = doors.stream()
                .filter(known -> known.template().equals("/branding/logo/{id}"))
                .findFirst()
                .orElseThrow();
        var home = utilities.getFirst();
        var theirs = utilities.getLast();

        assertThat(answers(door, Role.NONE, home, home))
                .allMatch(answer -> answer.status() == 200 && answer.text().contains(home.shown()));
        assertThat(answers(door, Role.NONE, home, theirs)).allMatch(answer -> answer.status() == 404);
    }

    @Test
    void staff_and_subscribers_open_the_pages_of_their_own_kind_alone() {
        for (var home : LongRun.isAsked() ? utilities : utilities.subList(0, 1)) {
            for (var role : LongRun.isAsked() ? WHO_SEES : A_FEW_WHO_SEE) {
                var pages = seenBy(role, home);
                assertThat(pages)
                        .as(role.toString())
                        .allMatch(path -> path.startsWith("/gestion")
                                ? path.equals("/gestion/invitation") || mayOpen(role, path)
                                : role == Role.SUBSCRIBER || OF_A_MAIL.contains(path))
                        .containsAll(mustOpen(role));
            }
        }
    }

    private static Set<String> mustOpen(Role role) {
        return switch (role) {
            case ADMINISTRATOR ->
                Set.of("/gestion/equipe", "/gestion/tarifs", "/gestion/tarifs/version", "/gestion/tarifs/prix");
            case AGENT -> OF_AGENTS;
            case READER -> Set.of("/gestion/facturation", "/gestion/comptes/{contrat}");
            case ACCOUNTANT -> Set.of("/gestion/factures/{facture}/avoir", "/gestion/relances");
            case BILLER ->
                Set.of(
                        "/gestion/releves",
                        "/gestion/facturation",
                        "/gestion/facturation/{run}",
                        "/gestion/facturation/{run}/mis-de-cote",
                        "/gestion/relances/{envoi}",
                        "/gestion/comptes/{contrat}/relances",
                        "/gestion/comptes/{contrat}/facturer",
                        "/gestion/factures/{facture}/avoir");
            case SUBSCRIBER -> Set.of("/tableau-de-bord", "/mon-compte");
            case NONE, OPERATOR, PROGRAM, MACHINE, APPLICATION -> Set.of();
        };
    }

    private static boolean mayOpen(Role role, String path) {
        return switch (role) {
            case ADMINISTRATOR -> true;
            case AGENT -> OF_AGENTS.contains(path) || path.equals(OF_A_KEY);
            case BILLER ->
                OF_AGENTS.contains(path)
                        || path.equals(OF_A_KEY)
                        || OF_BILLERS.stream().anyMatch(path::startsWith)
                        || path.endsWith("/avoir");
            case ACCOUNTANT ->
                OF_AGENTS.contains(path) && !OF_THOSE_WHO_SERVE.contains(path)
                        || OF_WHO_SEES_BILLING.contains(path)
                        || path.endsWith("/avoir");
            case READER ->
                OF_AGENTS.contains(path) && !OF_THOSE_WHO_SERVE.contains(path) || OF_WHO_SEES_BILLING.contains(path);
            case NONE, SUBSCRIBER, OPERATOR, PROGRAM, MACHINE, APPLICATION -> false;
        };
    }

    @Test
    void what_is_anothers_is_answered_like_what_never_was() {
        var home = utilities.getFirst();
        var theirs = utilities.getLast();
        var never = nobodys(theirs);
        for (var door : doors) {
            if (!door.parameters().isEmpty() || door.mailed()) {
                assertThat(statuses(door, home, theirs)).as(door.toString()).isEqualTo(statuses(door, home, never));
            }
        }
    }

    @Test
    void a_program_reads_what_is_its_utilitys_or_its_subscribers_and_of_others_as_of_what_never_was() {
        var home = utilities.getFirst();
        var theirs = utilities.getLast();
        var never = nobodys(theirs);
        for (var role : List.of(Role.MACHINE, Role.APPLICATION)) {
            var reading = doors.stream()
                    .filter(door -> door.template().startsWith("/api/v1/")
                            && door.method().equals("GET"))
                    .filter(door -> !door.template().endsWith("openapi.json"))
                    .filter(door -> door.template().startsWith("/api/v1/me") == (role == Role.APPLICATION))
                    .toList();
            assertThat(reading).hasSizeGreaterThan(4);
            for (var door : reading) {
                assertThat(answers(door, role, home, home))
                        .as("%s %s", role, door)
                        .allSatisfy(answer -> {
                            assertThat(answer.status()).isEqualTo(200);
                            assertThat(answer.text()).contains(home.kept());
                        });
                if (door.template().contains("{id}")) {
                    assertThat(statuses(door, role, home, theirs))
                            .as("%s %s", role, door)
                            .isEqualTo(statuses(door, role, home, never))
                            .containsOnly(404);
                }
            }
        }
    }

    @Test
    void a_page_message_counts_only_in_its_own_session_and_at_its_own_host() {
        var home = utilities.getFirst();
        var theirs = utilities.getLast();
        var own = pages.begin(home.host(), "/mon-compte", home.session());
        var foreign = pages.begin(theirs.host(), "/mon-compte", theirs.session());
        assertThat(own.key()).isNotEmpty().isNotEqualTo(foreign.key());

        var stolen = Map.of(
                "their page at our host", pages.navigate(home.host(), "/mon-compte", foreign),
                "our page at their host", pages.navigate(theirs.host(), "/mon-compte", own),
                "their key in our session",
                        pages.navigate(
                                home.host(),
                                "/mon-compte",
                                new Pages.Begun(own.answer(), own.cookies(), foreign.key(), foreign.ui())),
                "our key in their session",
                        pages.navigate(
                                home.host(),
                                "/mon-compte",
                                new Pages.Begun(own.answer(), foreign.cookies(), own.key(), own.ui())));

        stolen.forEach((what, answer) -> {
            assertThat(answer.status()).as(what).isIn(CALM);
            assertThat(answer.text()).as(what).doesNotContain(home.kept(), theirs.kept());
        });
        assertThat(pages.navigate(home.host(), "/mon-compte", own).text())
                .as("and the page still works where it belongs")
                .contains(home.kept());
    }

    @Test
    void a_route_that_forgets_its_utility_is_noticed() {
        var route = doors.stream()
                .filter(door -> door.template().equals(LeakingRoute.ADDRESS))
                .findFirst()
                .orElseThrow();
        Runnable attack = () -> attack(
                route, Attack.THEIR_IDS_AND_LINKS_AT_HOME, Role.SUBSCRIBER, utilities.getFirst(), utilities.getLast());

        attack.run();
        LeakingRoute.whileItLeaks(() -> assertThatThrownBy(attack::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(utilities.getLast().kept()));
    }

    @Test
    void a_parameter_that_no_attack_knows_is_told_with_what_to_add() {
        var fresh = new Door(Door.Kind.HANDLER, "GET", "/contrats/{contract}/pieces", Set.of("contract"), false);

        assertThatThrownBy(() -> Fillings.address(fresh, utilities.getFirst(), utilities.getFirst()))
                .hasMessageContaining("add \"/contrats/{contract}/pieces contract\" to Fillings.KNOWN");
    }

    @Test
    void whoever_reads_a_parameter_of_an_address_is_known() {
        assertThat(ReadParameters.unknownReaders())
                .as("add to ReadParameters.READERS which parameters these classes read, and to Fillings what to put")
                .isEmpty();
    }

    @Test
    void every_role_that_a_page_asks_for_attacks() {
        var asked = new Doors(application)
                .routes()
                .map(route -> route.getNavigationTarget().getAnnotation(RolesAllowed.class))
                .filter(allowed -> allowed != null)
                .flatMap(allowed -> Arrays.stream(allowed.value()))
                .map(role -> role.replace("ROLE_", ""));

        assertThat(asked).as("add these to Role, with their cookies").isSubsetOf(Role.known());
    }

    @Test
    void every_servlet_and_every_filter_that_answers_is_known() {
        var servlets = application.getServletContext().getServletRegistrations().values().stream()
                .flatMap(servlet -> servlet.getMappings().stream());
        assertThat(servlets)
                .as("add what answers under a new mapping to Doors.OTHERS")
                .isSubsetOf("/", "/vaadinServlet/*", "/VAADIN/*");
        var filters = application.getBean(FilterChainProxy.class).getFilterChains().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .map(filter -> filter.getClass().getSimpleName());
        assertThat(filters)
                .as("add what a new filter answers to Doors.OTHERS, and its name to FILTERS")
                .isSubsetOf(FILTERS);
    }

    /** The pages that show what is in the utility's rows. */
    private Set<String> seenBy(Role role, Marked home) {
        return doors.stream()
                .filter(door -> door.kind() == Door.Kind.PAGE)
                .filter(door -> answers(door, role, home, home).stream()
                        .anyMatch(answer -> answer.text().contains(home.kept())))
                .map(Door::template)
                .collect(Collectors.toSet());
    }

    private DynamicContainer attacks(Attack attack, Role role) {
        return DynamicContainer.dynamicContainer(
                role + " " + attack,
                doors.stream()
                        .filter(role::asks)
                        .map(door -> DynamicTest.dynamicTest(door.toString(), () -> {
                            attack(door, attack, role, utilities.getFirst(), utilities.getLast());
                            if (LongRun.isAsked()) {
                                attack(door, attack, role, utilities.getLast(), utilities.getFirst());
                            }
                        })));
    }

    private void attack(Door door, Attack attack, Role role, Marked home, Marked theirs) {
        var asking = attack.of(role, home, theirs);
        var knock = new Knock(role.over(wire, home));
        for (var answer : knock.at(door, asking.host(), asking.cookies(), asking.ids(), asking.links())) {
            assertThat(answer.text())
                    .as("%s %s", door, attack)
                    .doesNotContain(asking.forbidden())
                    .doesNotContain(BROKEN);
            if (answer.status() == 302) {
                assertThat(answer.header("Location"))
                        .as("%s %s", door, attack)
                        .matches(
                                "(http://" + asking.host()
                                        + "(:\\d+)?)?(/gestion)?/(connexion.*|desabonnement\\?lien=x|mon-compte(/mes-donnees\\?encore)?)");
            } else if (answer.status() == 303) {
                assertThat(answer.header("Location"))
                        .as("%s %s: back to the form, with why it is refused", door, attack)
                        .matches("(http://[^/]+)?/(fuites/[-0-9a-f]+|gestion/configuration/[a-z]+)\\?.*refus=.*");
            } else {
                assertThat(answer.status()).as("%s %s", door, attack).isIn(CALM);
            }
            if (door.takesFiles()) {
                assertThat(answer.status()).as("%s %s gets files", door, attack).isNotEqualTo(415);
            }
        }
    }

    private List<Integer> statuses(Door door, Marked home, Marked asked) {
        return statuses(door, Role.SUBSCRIBER, home, asked);
    }

    private List<Integer> statuses(Door door, Role role, Marked home, Marked asked) {
        return answers(door, role, home, asked).stream().map(Answer::status).toList();
    }

    private List<Answer> answers(Door door, Role role, Marked home, Marked asked) {
        return new Knock(role.over(wire, home)).at(door, home.host(), role.cookies(home), asked, asked);
    }

    private static Marked nobodys(Marked like) {
        return new Marked(
                like.tenant(),
                like.shown(),
                like.kept(),
                like.email(),
                random(like.ids()),
                random(like.links()),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                like.programs(),
                like.operator());
    }

    private static Map<String, String> random(Map<String, String> values) {
        return values.keySet().stream()
                .collect(
                        Collectors.toMap(name -> name, name -> UUID.randomUUID().toString()));
    }

    /** A digest of every row of both utilities but of devices and sessions, which change at each visit of their own. */
    private String rows() {
        return utilities.stream()
                .map(utility -> TenantContext.callAs(
                        utility.tenant(),
                        () -> transaction.execute(
                                status -> digest(utility.tenant().schema()))))
                .collect(Collectors.joining());
    }

    /** Who takes the trail away at home is in it, and that guesses were stopped, and so its places go on: nothing else may. */
    private static final String OWN = "(action = 'audit.exported' or action like '%sign-in%limited')";

    private static final Map<String, String> BUT_FOR = Map.of(
            "audit_entry", " where not " + OWN,
            "audit_link", " where entry_id not in (select id from audit_entry where " + OWN + ")",
            "audit_chain", " where false");

    private String digest(String schema) {
        return database
                .sql("select table_name from information_schema.tables where table_schema = ?"
                        + " and table_name not like 'databasechange%' and table_name not in ('remember_me_token', 'user_session')"
                        + " order by table_name")
                .param(schema)
                .query(String.class)
                .list()
                .stream()
                .map(table -> table + "="
                        + database.sql("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                                        + table + " t" + BUT_FOR.getOrDefault(table, ""))
                                .query(String.class)
                                .single())
                .collect(Collectors.joining("\n"));
    }
}
