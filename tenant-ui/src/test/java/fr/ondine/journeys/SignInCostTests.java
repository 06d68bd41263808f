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

/** What a sign-in writes beside the hash: on the day the invoices come, everybody signs in. */
class SignInCostTests extends ProviderPortal {

    private static final String PASSWORD = "trois chevaux gris";

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
    void a_known_browser_costs_four_statements_and_its_session_is_saved_once() {
        var browser = browser();

        assertThat(statements.ofRequests(() -> signIn(PASSWORD, browser))).isEqualTo(FOUND + BEGUN);
        assertThat(askedOfRedis(() -> signIn(PASSWORD, browser)))
                .filteredOn(SESSION_KEPT::contains)
                .containsExactlyInAnyOrderElementsOf(SESSION_KEPT);
    }

    @Test
    void a_wrong_password_costs_the_question_for_the_account() {
        assertThat(statements.ofRequests(() -> signIn("une licorne", ""))).isEqualTo(FOUND);
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
                .endsWith(password.equals(PASSWORD) ? "/tableau-de-bord" : "/connexion?erreur");
        return answer;
    }
}
