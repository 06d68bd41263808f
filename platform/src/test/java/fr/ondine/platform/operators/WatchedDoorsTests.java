package fr.ondine.platform.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.TestOperators;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Who guesses at the operators' doors is told of: once an hour for each limit, and each attempt that it stops is counted. */
@PlatformTest
@TestPropertySource(
        properties = {
            "ondine.operators.tries-per-account=3",
            "ondine.operators.tries-per-account-in-all=5",
            "ondine.operators.tries-per-address=6",
            "ondine.operators.codes-per-account=2",
            "ondine.operators.wrong-keys-per-address=2"
        })
class WatchedDoorsTests {

    private static final List<String> LIMITS =
            List.of("password-from", "password-from-to", "password-to", "code", "key-from");

    private final String from = "2001:db8::" + UUID.randomUUID();

    @Autowired
    BeanFactory beans;

    @Autowired
    OperatorSignIn door;

    @Autowired
    OperatorProof proof;

    @Autowired
    KeyDoor keys;

    @Autowired
    MeterRegistry registry;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private TestOperators.Known anne;
    private long last;

    @BeforeEach
    void an_operator_and_nothing_told_this_hour() {
        redis.delete(redis.keys("console:limit:told:*"));
        anne = new TestOperators(beans).come(Permission.OPERATE);
        last = last();
    }

    @Test
    void who_comes_in_is_told_to_nobody() {
        var before = stopped();
        var given = door.password(anne.email(), TestOperators.PASSWORD, from);
        assertThatThrownBy(() -> door.code(given, "000000")).isInstanceOf(OperatorSignInRefused.class);
        door.code(given, anne.recoveryCodes().getFirst());

        assertThat(told()).isEmpty();
        assertThat(stopped()).isEqualTo(before);
    }

    @Test
    void passwords_for_one_account_from_one_place() {
        var before = stopped("password-from-to");
        guess(3, anne.email(), from);
        assertThat(told()).isEmpty();
        guess(1, anne.email(), from);

        assertThat(told()).containsExactly("system attempts stopped password-from-to 3 in PT15M");
        assertThat(stopped("password-from-to")).isEqualTo(before + 1);
    }

    @Test
    void passwords_for_many_accounts_from_one_place() {
        IntStream.range(0, 6).forEach(somebody -> guess(1, "nobody-" + somebody + "@exploitant.fr", from));
        assertThat(told()).isEmpty();
        guess(1, anne.email(), from);

        assertThat(told()).containsExactly("system attempts stopped password-from 6 in PT15M");
    }

    @Test
    void passwords_for_one_account_from_many_places() {
        IntStream.range(0, 5).forEach(place -> guess(1, anne.email(), from + "-" + place));
        assertThat(told()).isEmpty();
        guess(1, anne.email(), from + "-5");

        assertThat(told()).containsExactly("system attempts stopped password-to 5 in PT15M");
    }

    @Test
    void codes_at_the_door_and_in_a_session_that_was_found_open() {
        var given = door.password(anne.email(), TestOperators.PASSWORD, from);
        var session = door.code(given, anne.recoveryCodes().getFirst());
        refused(() -> door.code(given, "000000"));
        refused(() -> proof.prove(session, "000000"));
        assertThat(told()).isEmpty();
        refused(() -> proof.prove(session, anne.recoveryCodes().getLast()));

        assertThat(told()).containsExactly("system attempts stopped code 2 in PT15M");
    }

    @Test
    void keys_of_programs() {
        for (var guess = 0; guess < 2; guess++) {
            assertThatThrownBy(() -> keys.open("ondk_guess", from)).isInstanceOf(KeyRefused.class);
        }
        assertThat(told()).isEmpty();
        assertThatThrownBy(() -> keys.open("ondk_guess", from)).isInstanceOf(KeyBusy.class);

        assertThat(told()).containsExactly("system attempts stopped key-from 2 in PT15M");
    }

    @Test
    void a_limit_is_told_once_an_hour_whomever_it_stops() {
        var before = stopped("password-from-to");
        guess(3 + 2, anne.email(), from);
        guess(3 + 2, new TestOperators(beans).come(Permission.VIEW).email(), from + "-elsewhere");

        assertThat(told()).hasSize(1);
        assertThat(stopped("password-from-to")).isEqualTo(before + 4);
    }

    private void guess(int times, String email, String place) {
        for (var guess = 0; guess < times; guess++) {
            refused(() -> door.password(email, "another password", place));
        }
    }

    private static void refused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(OperatorSignInRefused.class);
    }

    private double stopped() {
        return LIMITS.stream().mapToDouble(this::stopped).sum();
    }

    private double stopped(String limit) {
        var counter = registry.find("ondine.attempts.stopped")
                .tags("utility", "console", "limit", limit, "reach", "one")
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private long last() {
        return transaction.execute(status -> database.sql("select coalesce(max(id), 0) from platform.operator_audit")
                .query(Long.class)
                .single());
    }

    private List<String> told() {
        return transaction.execute(status -> database.sql("select actor || ' ' || action || ' ' || detail"
                        + " from platform.operator_audit where id > ? and action = 'attempts stopped' order by id")
                .param(last)
                .query(String.class)
                .list());
    }
}
