package fr.ondine.simulators.stripe;

import static fr.ondine.simulators.stripe.StripeFixture.client;
import static fr.ondine.simulators.stripe.StripeFixture.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StripeFaultsTests {

    static final String SESSIONS = "/v1/checkout/sessions";

    @TempDir
    Path folder;

    StripeSimulator simulator;
    StripeClient stripe;

    @BeforeEach
    void start() {
        simulator = StripeSimulator.start(0);
        simulator.open(AccountSettings.of("acct_a", "sk_test_a"));
        stripe = client(simulator, "sk_test_a");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void the_same_key_with_the_same_parameters_gives_the_same_answer() throws StripeException {
        var key = RequestOptions.builder().setIdempotencyKey("key-1").build();

        var first = stripe.v1().checkout().sessions().create(session(1000), key);
        var second = stripe.v1().checkout().sessions().create(session(1000), key);

        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(simulator.sessions("acct_a")).hasSize(1);
    }

    @Test
    void the_same_key_with_other_parameters_is_refused() throws StripeException {
        var key = RequestOptions.builder().setIdempotencyKey("key-1").build();
        stripe.v1().checkout().sessions().create(session(1000), key);

        assertThatThrownBy(() -> stripe.v1().checkout().sessions().create(session(1001), key))
                .isInstanceOf(IdempotencyException.class);
    }

    @Test
    void a_key_belongs_to_its_account() throws StripeException {
        simulator.open(AccountSettings.of("acct_b", "sk_test_b"));
        var key = RequestOptions.builder().setIdempotencyKey("key-1").build();
        stripe.v1().checkout().sessions().create(session(1000), key);

        client(simulator, "sk_test_b").v1().checkout().sessions().create(session(2000), key);

        assertThat(simulator.sessions("acct_b")).hasSize(1);
    }

    @Test
    void armed_errors_come_as_the_sdk_knows_them_and_once() throws StripeException {
        assertArmed(402, CardException.class);
        assertArmed(409, ApiException.class);
        assertArmed(429, RateLimitException.class);
        assertArmed(500, ApiException.class);

        assertThat(simulator.sessions("acct_a")).isEmpty();
        stripe.v1().checkout().sessions().create(session(1000));
    }

    @Test
    void a_call_that_took_effect_unanswered_is_found_again_by_its_key() throws StripeException {
        var key = RequestOptions.builder().setIdempotencyKey("key-1").build();
        simulator.arm(Fault.unanswered("POST", SESSIONS));
        assertThatThrownBy(() -> stripe.v1().checkout().sessions().create(session(1000), key))
                .isInstanceOf(ApiConnectionException.class);

        var found = stripe.v1().checkout().sessions().create(session(1000), key);

        assertThat(simulator.sessions("acct_a")).containsExactly(found.getId());
    }

    @Test
    void a_late_answer_is_a_time_out_for_the_caller() {
        simulator.arm(Fault.late("POST", SESSIONS, Duration.ofSeconds(3)));

        assertThatThrownBy(() -> stripe.v1().checkout().sessions().create(session(1000)))
                .isInstanceOf(ApiConnectionException.class);

        assertThat(simulator.sessions("acct_a")).hasSize(1);
    }

    @Test
    void what_was_written_to_a_file_survives_a_restart() throws StripeException {
        var file = folder.resolve("stripe.jsonl");
        var key = RequestOptions.builder().setIdempotencyKey("key-1").build();
        String id;
        try (var before = StripeSimulator.start(0, file)) {
            before.open(AccountSettings.of("acct_a", "sk_test_a"));
            id = client(before, "sk_test_a")
                    .v1()
                    .checkout()
                    .sessions()
                    .create(session(1000), key)
                    .getId();
        }
        try (var after = StripeSimulator.start(0, file)) {
            after.open(AccountSettings.of("acct_a", "sk_test_a"));
            var again = client(after, "sk_test_a").v1().checkout().sessions().create(session(1000), key);

            assertThat(again.getId()).isEqualTo(id);
        }
    }

    private void assertArmed(int status, Class<? extends StripeException> as) {
        simulator.arm(Fault.refused("POST", SESSIONS, status));
        assertThatThrownBy(() -> stripe.v1().checkout().sessions().create(session(1000)))
                .isInstanceOfSatisfying(as, e -> assertThat(e.getStatusCode()).isEqualTo(status));
    }
}
