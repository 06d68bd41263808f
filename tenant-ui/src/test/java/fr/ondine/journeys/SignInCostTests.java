package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.factors.Argon2id;
import fr.ondine.platform.identity.UserId;
import fr.ondine.testing.StatementCount;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a sign-in asks of Redis and of the database beside the hash: on the day the invoices come, everybody signs in. */
class SignInCostTests extends ProviderPortal {

    private static final String PASSWORD = "trois chevaux gris";

    /** All limits at once. */
    private static final String LIMITS = "evalsha";

    private static final List<String> SESSION_KEPT = List.of("hmset", "pexpireat");

    /** In the transaction that finds the account: to become the utility's, and the account. */
    private static final int FOUND = 2;

    /** In the one that begins the session: to become the utility's, and all that is written. */
    private static final int BEGUN = 2;

    @Autowired
    StatementCount statements;

    private UserId anne;

    @BeforeEach
    void somebody_who_has_signed_in_before() {
        anne = subscriber(HERE);
        var hash = new Argon2id().encode(PASSWORD);
        in(HERE, "update user_account set password_hash = '{argon2id}" + hash + "' where id = '" + anne.value() + "'");
        signIn(PASSWORD, "");
    }

    @Test
    void a_known_browser_costs_one_step_for_all_limits_and_one_to_give_them_back_and_four_statements() {
        var browser = browser();

        assertThat(statements.ofRequests(() -> signIn(PASSWORD, browser))).isEqualTo(FOUND + BEGUN);
        assertThat(askedOfRedis(() -> signIn(PASSWORD, browser)))
                .containsExactly(LIMITS, LIMITS, SESSION_KEPT.getFirst(), SESSION_KEPT.getLast());
    }

    @Test
    void a_wrong_password_costs_one_step_for_all_limits_and_gives_none_back() {
        assertThat(statements.ofRequests(() -> signIn("une licorne", ""))).isEqualTo(FOUND);
        assertThat(askedOfRedis(() -> signIn("une licorne", "")))
                .filteredOn(LIMITS::equals)
                .hasSize(1);
    }

    /** By the steps of the trace of the one request, in their order. */
    private List<String> askedOfRedis(Supplier<RawHttp.Answer> request) {
        var spans = CollectedTraces.during(request::get);
        await().until(() -> spans.stream().anyMatch(span -> span.name().equals("http post /connexion")));
        var trace = spans.stream()
                .filter(span -> span.name().equals("http post /connexion"))
                .findFirst()
                .orElseThrow()
                .trace();
        var own = Set.of("transaction");
        return spans.stream()
                .filter(span -> span.trace().equals(trace) && !span.parent().isEmpty())
                .map(ReceivedSpan::name)
                .filter(name -> !own.contains(name))
                .toList();
    }

    private String browser() {
        return signIn(PASSWORD, "").headers("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("browser="))
                .findFirst()
                .orElseThrow()
                .split(";")[0];
    }

    private RawHttp.Answer signIn(String password, String cookie) {
        var answer = new RawHttp(port)
                .post(
                        host(HERE),
                        "/connexion",
                        "email=" + anne.value() + "%40exemple.fr&password=" + password.replace(' ', '+'),
                        "Content-Type: application/x-www-form-urlencoded",
                        "Cookie: " + (cookie.isEmpty() ? "none=none" : cookie));
        assertThat(answer.header("Location").orElseThrow())
                .endsWith(password.equals(PASSWORD) ? "/tableau-de-bord" : "/connexion?error");
        return answer;
    }
}
