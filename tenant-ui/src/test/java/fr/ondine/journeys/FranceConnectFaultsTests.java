package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.identity.ActivationRequested;
import fr.ondine.platform.identity.Visitor;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.RateLimits;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.simulators.franceconnect.Fault;
import fr.ondine.simulators.franceconnect.Identity;
import fr.ondine.simulators.franceconnect.Place;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** Every fault of FranceConnect and every trick on the way back: refused in a calm sentence, and nothing is opened. */
class FranceConnectFaultsTests extends FranceConnectPages {

    private static final String FAILED = "/connexion?franceconnect=echec";
    private static final String AWAY = "/connexion?franceconnect=indisponible";
    private static final String ANOTHER = "/connexion?franceconnect=autre";
    private static final String SIGN_UP = "/inscription/franceconnect";
    private static final String TOO_OFTEN = "/connexion?franceconnect=trop";
    private static final int TURNS = 1000;
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final String HERE = "127.0.0.1";
    private static final String HOME = "/tableau-de-bord";

    @Test
    void what_is_asked_is_what_franceconnect_knows_and_no_more() {
        var person = new AtFranceConnect(ELLIPTIC, port);
        person.arrive(Identity.ANGELA);

        var parameters = Arrays.stream(person.asked().getFirst().split("&"))
                .collect(Collectors.toMap(part -> part.split("=")[0], part -> part.split("=", 2)[1]));
        assertThat(parameters.keySet())
                .isEqualTo(
                        Set.of("client_id", "response_type", "scope", "redirect_uri", "state", "nonce", "acr_values"));
        assertThat(parameters).containsEntry("acr_values", "eidas1").containsEntry("client_id", "client-fcelliptic");
        assertThat(parameters.get("redirect_uri"))
                .isEqualTo("http://fcelliptic.localhost:" + port + "/login/oauth2/code/franceconnect");
        assertThat(parameters.get("nonce")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(parameters.get("state")).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void the_log_can_say_by_which_names_things_are_asked_and_no_value() {
        try (var log = new AskedInLog()) {
            var asked = new AtFranceConnect(ELLIPTIC, port).begun();

            assertThat(log.lines())
                    .containsExactly("fcelliptic: to FranceConnect with [response_type, client_id, scope, state,"
                            + " redirect_uri, nonce, acr_values]");
            assertThat(Arrays.stream(asked.getRawQuery().split("&")).map(part -> part.split("=", 2)[1]))
                    .noneMatch(value -> log.lines().getFirst().contains(value));
        }
    }

    @Test
    void whoever_may_be_somebody_else_is_asked_anew_who_they_are_and_nobody_else() {
        var member = member(ELLIPTIC);
        var signedIn = new AtFranceConnect(ELLIPTIC, port);
        signedIn.signIn(member.address(), PASSWORD);
        assertThat(signedIn.begun().getQuery())
                .as("they link what opens their account")
                .contains("prompt=login");

        var person = new AtFranceConnect(ELLIPTIC, port);
        assertThat(person.begun().getQuery()).doesNotContain("prompt");
        assertThat(person.begun("?autre").getQuery()).contains("prompt=login");
        assertThat(person.begun().getQuery()).doesNotContain("prompt");
        offerByKey(KEY);
        var other = new AtFranceConnect(BY_KEY, port);
        assertThat(other.arrive(asked(BY_KEY, Identity.JEAN), Identity.ANGELA)).isEqualTo(ANOTHER);
        assertThat(other.begun().getQuery()).as("the same would come again").contains("prompt=login");
    }

    @Test
    void a_new_space_opens_to_who_asked_for_it_with_the_link_and_to_nobody_else() {
        offerByKey(KEY);
        var link = asked(BY_KEY, Identity.ALI);
        var stranger = new AtFranceConnect(BY_KEY, port);
        assertThat(stranger.arrive(link, Identity.JEAN)).isEqualTo(ANOTHER);
        assertThat(stranger.get(HOME).header("Location")).get().asString().contains("/connexion");
        var without = new AtFranceConnect(BY_KEY, port);
        assertThat(without.arrive(Identity.ALI)).isEqualTo(SIGN_UP);
        var wrong = new AtFranceConnect(BY_KEY, port);
        assertThat(wrong.arrive(RawToken.fresh(), Identity.ALI)).isEqualTo(SIGN_UP);
        var elsewhere = new AtFranceConnect(RSA, port);
        assertThat(elsewhere.arrive(link, Identity.ALI)).isEqualTo(SIGN_UP);

        var owner = new AtFranceConnect(BY_KEY, port);
        var before = owner.begun(link);
        assertThat(before.getQuery()).as("it stays with us").doesNotContain(link.value());
        assertThat(owner.arrive(link, Identity.ALI)).endsWith(HOME);

        assertThat(new AtFranceConnect(BY_KEY, port).arrive(link, Identity.ALI))
                .as("who follows it again is simply let in")
                .endsWith(HOME);
    }

    @Test
    void a_fault_confirms_no_space() {
        offerByKey(KEY);
        var link = asked(BY_KEY, Identity.JEAN);
        FRANCE_CONNECT.arm(Place.TOKEN, Fault.WRONG_NONCE);

        assertThat(new AtFranceConnect(BY_KEY, port).arrive(link, Identity.JEAN))
                .isEqualTo(FAILED);

        assertThat(TenantContext.callAs(BY_KEY, () -> registration.activation(link)))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("utilities")
    void each_form_of_a_client_is_believed(TenantId utility) {
        var person = new AtFranceConnect(utility, port);

        assertThat(person.arrive(Identity.JEAN)).isEqualTo(SIGN_UP);
        assertThat(person.get("/tableau-de-bord").header("Location"))
                .as("who is known to nobody is signed in as nobody")
                .get()
                .asString()
                .contains("/connexion");
    }

    static Stream<TenantId> utilities() {
        return Stream.of(ELLIPTIC, RSA, PLAIN);
    }

    @ParameterizedTest
    @EnumSource
    void a_sign_in_that_is_not_signed_for_us_now_opens_nothing(Fault fault) {
        refused(ELLIPTIC, () -> FRANCE_CONNECT.arm(Place.TOKEN, fault), FAILED);
        refused(RSA, () -> FRANCE_CONNECT.arm(Place.TOKEN, fault), FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void a_person_who_is_not_signed_for_us_now_opens_nothing(Fault fault) {
        refused(ELLIPTIC, () -> FRANCE_CONNECT.arm(Place.USERINFO, fault), FAILED);
        refused(RSA, () -> FRANCE_CONNECT.arm(Place.USERINFO, fault), FAILED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"WRONG_SUB", "WRONG_NONCE", "WRONG_ACR"})
    void a_plain_answer_about_somebody_else_or_another_sign_in_opens_nothing(Fault fault) {
        refused(PLAIN, () -> FRANCE_CONNECT.arm(Place.USERINFO, fault), FAILED);
    }

    @Test
    void an_answer_in_another_form_than_the_clients_opens_nothing() {
        refused(ELLIPTIC, () -> FRANCE_CONNECT.register(client(ELLIPTIC, SignatureAlgorithm.ES256, false)), FAILED);
        refused(PLAIN, () -> FRANCE_CONNECT.register(client(PLAIN, SignatureAlgorithm.ES256, true)), FAILED);
    }

    @Test
    void another_algorithm_than_the_clients_opens_nothing() {
        refused(ELLIPTIC, () -> FRANCE_CONNECT.register(client(ELLIPTIC, SignatureAlgorithm.RS256, true)), FAILED);
        refused(RSA, () -> FRANCE_CONNECT.register(client(RSA, SignatureAlgorithm.ES256, true)), FAILED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"TOKEN", "USERINFO"})
    void who_waits_for_it_is_not_kept_waiting(Place place) {
        refused(ELLIPTIC, () -> FRANCE_CONNECT.slow(place), AWAY);
        refused(ELLIPTIC, () -> FRANCE_CONNECT.fail(place), AWAY);
    }

    @Test
    void its_keys_are_asked_for_twice_when_they_are_needed_and_no_more() {
        offer(NEW, SignatureAlgorithm.ES256, "es256", "json");
        FRANCE_CONNECT.fail(Place.KEYS);
        assertThat(new AtFranceConnect(NEW, port).arrive(Identity.JEAN)).isEqualTo(SIGN_UP);

        offer(NEWER, SignatureAlgorithm.ES256, "es256", "json");
        FRANCE_CONNECT.fail(Place.KEYS);
        FRANCE_CONNECT.fail(Place.KEYS);
        assertThat(new AtFranceConnect(NEWER, port).arrive(Identity.JEAN)).isEqualTo(AWAY);
        assertThat(new AtFranceConnect(NEWER, port).arrive(Identity.JEAN)).isEqualTo(SIGN_UP);
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, abandon",
        "invalid_request, echec",
        "invalid_scope, echec",
        "invalid_acr, echec",
        "unsupported_response_type, echec",
        "server_error, indisponible",
        "temporarily_unavailable, indisponible",
        "never_heard_of, echec"
    })
    void each_error_that_it_tells_leads_to_the_other_way_in(String error, String word) {
        refused(ELLIPTIC, () -> FRANCE_CONNECT.answer(error), "/connexion?franceconnect=" + word);
    }

    @Test
    void who_goes_back_is_told_so() {
        var person = new AtFranceConnect(ELLIPTIC, port);

        assertThat(person.comeBack(person.callbackOfNobody())).isEqualTo("/connexion?franceconnect=abandon");
    }

    @Test
    void an_answer_counts_once() {
        var known = known(ELLIPTIC, Identity.ZOE);
        var person = new AtFranceConnect(ELLIPTIC, port);
        var callback = person.callbackOf(Identity.ZOE);

        assertThat(person.comeBack(callback)).endsWith(HOME);
        assertThat(person.comeBack(callback))
                .as("who is signed in already stays so, and is told on their own page")
                .isEqualTo("/mon-compte/franceconnect?echec=echec");
        var other = new AtFranceConnect(ELLIPTIC, port);
        assertThat(other.comeBack(callback)).isEqualTo(FAILED);
        assertThat(known.tenant()).isEqualTo(ELLIPTIC);
    }

    @Test
    void an_answer_to_nobodys_question_takes_no_turn_of_those_who_ask(@Autowired RateLimits limits) {
        var person = new AtFranceConnect(PLAIN, port);
        var stranger = new AtFranceConnect(PLAIN, port);
        // however many those before have used up
        while (take(limits)) {}
        giveBack(limits);
        try {
            assertThat(stranger.comeBack("/login/oauth2/code/franceconnect?code=x&state=y"))
                    .isEqualTo(FAILED);
            assertThat(person.arrive(Identity.JEAN))
                    .as("there is one turn left")
                    .isEqualTo(SIGN_UP);

            // a turn comes back each second, and where much else runs somebody arrives no sooner
            await().untilAsserted(() -> {
                while (take(limits)) {}
                assertThat(new AtFranceConnect(PLAIN, port).arrive(Identity.JEAN))
                        .isEqualTo(TOO_OFTEN);
            });
        } finally {
            IntStream.rangeClosed(1, TURNS).forEach(turn -> giveBack(limits));
        }
    }

    private static boolean take(RateLimits limits) {
        return TenantContext.callAs(PLAIN, () -> limits.allow("arrival-from", HERE, TURNS, QUARTER));
    }

    private static void giveBack(RateLimits limits) {
        TenantContext.runAs(PLAIN, () -> limits.giveBack("arrival-from", HERE, TURNS, QUARTER));
    }

    @Test
    void another_sites_link_begins_nothing_and_leads_to_our_own_button() {
        for (var site : new String[] {"cross-site", "same-site"}) {
            assertThat(sent(site)).isEqualTo("http://fcelliptic.localhost:" + port + "/connexion");
        }
        for (var own : new String[] {"same-origin", "none"}) {
            assertThat(sent(own)).contains("/authorize");
        }
    }

    private String sent(String site) {
        return new RawHttp(port)
                .get(host(ELLIPTIC), AtFranceConnect.START, "Sec-Fetch-Site: " + site)
                .header("Location")
                .orElseThrow();
    }

    @Test
    void an_answer_counts_in_the_session_that_asked_alone() {
        var attacker = new AtFranceConnect(ELLIPTIC, port);
        var victim = new AtFranceConnect(ELLIPTIC, port);
        var callback = attacker.callbackOf(Identity.JEAN);
        victim.begun();

        assertThat(victim.comeBack(callback)).isEqualTo(FAILED);
        assertThat(victim.comeBack(callback.replaceAll("state=[^&]*", "state=")))
                .isEqualTo(FAILED);
    }

    @Test
    void a_code_of_somebody_else_under_the_state_of_this_session_opens_nothing() {
        var attacker = new AtFranceConnect(ELLIPTIC, port);
        var victim = new AtFranceConnect(ELLIPTIC, port);
        var foreign = parameter(attacker.callbackOf(Identity.JEAN), "code");
        var own = victim.callbackOf(Identity.ANGELA);

        assertThat(victim.comeBack(own.replaceAll("code=[^&]*", "code=" + foreign)))
                .as("its nonce is another one")
                .isEqualTo(FAILED);
    }

    @ParameterizedTest
    @CsvSource({"iss=https://evil.example/api/v2", "''"})
    void an_answer_of_another_issuer_or_of_none_is_not_believed(String issuer) {
        var person = new AtFranceConnect(ELLIPTIC, port);
        var callback = person.callbackOf(Identity.JEAN);

        assertThat(person.comeBack(callback.replaceAll("iss=[^&]*", issuer))).isEqualTo(FAILED);
    }

    @Test
    void what_comes_twice_is_nothing() {
        var person = new AtFranceConnect(ELLIPTIC, port);
        var callback = person.callbackOf(Identity.JEAN);

        assertThat(person.comeBack(callback + "&code=x")).isEqualTo(FAILED);
    }

    @Test
    void an_answer_at_another_utility_opens_nothing_nor_does_the_session_of_one() {
        known(ELLIPTIC, Identity.ZOE);
        var here = new AtFranceConnect(ELLIPTIC, port);
        var callback = here.callbackOf(Identity.ZOE);
        var there = new AtFranceConnect(RSA, port);
        there.begun();
        assertThat(there.comeBack(callback)).isEqualTo(FAILED);

        there.steal(here);
        assertThat(there.comeBack(callback)).isEqualTo(FAILED);

        assertThat(here.comeBack(callback)).endsWith(HOME);
        there.steal(here);
        assertThat(there.get("/mon-compte").header("Location")).get().asString().contains("/connexion");
    }

    @Test
    void the_session_has_another_name_once_somebody_is_in_it() {
        known(ELLIPTIC, Identity.ZOE);
        var person = new AtFranceConnect(ELLIPTIC, port);
        var callback = person.callbackOf(Identity.ZOE);
        var before = person.session();

        assertThat(person.comeBack(callback)).endsWith(HOME);

        assertThat(person.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(new RawHttp(port)
                        .get("fcelliptic.localhost", "/mon-compte", "Cookie: session=" + before)
                        .status())
                .as("whoever knew it before")
                .isEqualTo(302);
        var fixed = new AtFranceConnect(ELLIPTIC, port);
        fixed.steal(person);
        assertThat(fixed.get("/mon-compte").status()).isEqualTo(200);
    }

    @Test
    void a_key_answers_for_a_utility_and_another_key_does_not() {
        offerByKey(KEY);
        assertThat(new AtFranceConnect(BY_KEY, port).arrive(Identity.JEAN)).isEqualTo(SIGN_UP);

        offerByKey(key("of-fckey"));
        assertThat(new AtFranceConnect(BY_KEY, port).arrive(Identity.JEAN)).isEqualTo(FAILED);
    }

    @Test
    void franceconnect_reads_the_public_half_of_the_key_and_the_addresses_of_the_client() {
        offerByKey(KEY);
        var anybody = new AtFranceConnect(BY_KEY, port);

        var keys = anybody.get("/franceconnect/cles.json");
        assertThat(keys.body())
                .contains(KEY.getX().toString(), NEXT_KEY.getX().toString())
                .doesNotContain(KEY.getD().toString(), NEXT_KEY.getD().toString())
                .doesNotContain("\"d\"");
        assertThat(anybody.get("/franceconnect/adresses.json").body())
                .isEqualTo("[\"http://fckey.localhost:" + port + "/login/oauth2/code/franceconnect\"]");
        assertThat(new AtFranceConnect(ELLIPTIC, port)
                        .get("/franceconnect/cles.json")
                        .status())
                .as("one with a secret has no key")
                .isEqualTo(404);
        var without = new AtFranceConnect(new TenantId("siegvo"), port);
        assertThat(without.get("/franceconnect/cles.json").status()).isEqualTo(404);
        assertThat(without.get("/franceconnect/adresses.json").status()).isEqualTo(404);
    }

    @Test
    void at_a_utility_that_does_not_offer_it_there_is_no_such_door() {
        for (var utility : new TenantId[] {new TenantId("siegvo"), WITHOUT_SECRET}) {
            var person = new AtFranceConnect(utility, port);

            assertThat(person.get(AtFranceConnect.START).status()).isEqualTo(404);
            assertThat(person.get("/login/oauth2/code/franceconnect?code=x&state=y")
                            .status())
                    .isEqualTo(404);
            assertThat(person.get("/connexion").body()).doesNotContain("FranceConnect");
        }
    }

    @Test
    void the_protective_headers_are_on_every_answer_on_the_way() {
        var person = new AtFranceConnect(ELLIPTIC, port);

        for (var answer : new RawHttp.Answer[] {
            person.get(AtFranceConnect.START), person.get("/login/oauth2/code/franceconnect?error=access_denied")
        }) {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Content-Security-Policy"))
                    .get()
                    .asString()
                    .contains("default-src 'none'", "form-action 'none'", "frame-ancestors 'none'");
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
    }

    private void refused(TenantId utility, Runnable fault, String place) {
        known(utility, Identity.ANGELA);
        var people = count(utility, "user_account");
        var links = count(utility, "linked_identity");
        var person = new AtFranceConnect(utility, port);
        fault.run();
        try {
            assertThat(person.arrive(Identity.ANGELA)).isEqualTo(place);
            assertThat(person.get("/tableau-de-bord").header("Location"))
                    .get()
                    .asString()
                    .contains("/connexion");
            assertThat(person.get(SIGN_UP).body()).doesNotContain("DUBOIS");
        } finally {
            FRANCE_CONNECT.disarm();
            utilities_that_offer_it();
        }
        assertThat(count(utility, "user_account")).isEqualTo(people);
        assertThat(count(utility, "linked_identity")).isEqualTo(links);
    }

    /** The link that is mailed to the person, who comes for the first time. */
    private RawToken asked(TenantId utility, Identity person) {
        return TenantContext.callAs(utility, () -> {
            accounts.signUp(identity(utility, person), somebody(), new Visitor("192.0.2.9"));
            return announcements.last(ActivationRequested.class).token();
        });
    }

    private static String parameter(String address, String name) {
        return Arrays.stream(address.split("[?&]"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
