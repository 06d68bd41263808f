package fr.ondine.platform.payments.stripe;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.payments.Order;
import fr.ondine.platform.payments.PaymentId;
import fr.ondine.platform.payments.PaymentInProgress;
import fr.ondine.platform.payments.PaymentState;
import fr.ondine.platform.payments.ProviderRefused;
import fr.ondine.platform.payments.ProviderUnavailable;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.simulators.stripe.Fault;
import fr.ondine.testing.SimulatedStripe;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ProviderFaultsTests extends PaymentsTest {

    static final String SESSIONS = "/v1/checkout/sessions";

    @Autowired
    MeterRegistry measures;

    @ParameterizedTest
    @ValueSource(ints = {409, 429, 500, 503, 401})
    void an_answer_that_decides_nothing_is_asked_for_again(int status) {
        stripe.simulator().arm(Fault.refused("POST", SESSIONS, status));
        assertThatThrownBy(this::start).isInstanceOf(ProviderUnavailable.class);
        assertThat(state()).isEqualTo(PaymentState.INITIATED);

        pay(start(), GOOD_CARD);

        becomes(PaymentState.SETTLED);
        assertThat(attempts()).hasSize(1);
    }

    @Test
    void an_order_that_took_effect_unanswered_is_not_placed_twice() {
        stripe.simulator().arm(Fault.unanswered("POST", SESSIONS));
        assertThatThrownBy(this::start).isInstanceOf(ProviderUnavailable.class);

        pay(start(), GOOD_CARD);

        becomes(PaymentState.SETTLED);
        assertThat(sessionsFor(attempt())).isEqualTo(1);
    }

    @Test
    void an_order_that_took_effect_and_came_back_as_an_error_is_not_placed_twice() {
        stripe.simulator().arm(Fault.executedBut("POST", SESSIONS, 500));
        assertThatThrownBy(this::start).isInstanceOf(ProviderUnavailable.class);

        start();

        assertThat(sessionsFor(attempt())).isEqualTo(1);
    }

    @Test
    void a_provider_too_slow_is_not_waited_for() {
        stripe.simulator().arm(Fault.late("POST", SESSIONS, Duration.ofSeconds(30)));
        var before = System.nanoTime();

        assertThatThrownBy(this::start).isInstanceOf(ProviderUnavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        assertThat(state()).isEqualTo(PaymentState.INITIATED);
    }

    @ParameterizedTest
    @ValueSource(ints = {402, 400})
    void a_refusal_ends_the_attempt_and_another_may_begin(int status) {
        stripe.simulator().arm(Fault.refused("POST", SESSIONS, status));

        assertThatThrownBy(this::start).isInstanceOf(ProviderRefused.class);
        assertThat(state()).isEqualTo(PaymentState.FAILED);
        assertThat(balance()).isEqualTo(TOTAL);

        pay(start(), GOOD_CARD);
        becomes(PaymentState.SETTLED);
        assertThat(attempts()).hasSize(2);
    }

    @Test
    void an_order_first_placed_in_other_words_is_given_up_and_another_may_begin() {
        stripe.simulator().arm(Fault.refused("POST", SESSIONS, 500));
        assertThatThrownBy(this::start).isInstanceOf(ProviderUnavailable.class);
        placedFrom("https://ancienne-adresse.example/paiement", attempt());

        assertThatThrownBy(this::start).isInstanceOf(ProviderRefused.class);
        assertThat(state()).isEqualTo(PaymentState.FAILED);

        pay(start(), GOOD_CARD);
        becomes(PaymentState.SETTLED);
        assertThat(attempts()).hasSize(2);
        assertThat(balance()).isEqualTo(Money.zero());
    }

    /** As it was before the utility's portal moved to another address. */
    private void placedFrom(String address, PaymentId payment) {
        var page = URI.create(address);
        var order = new Order(payment, "payment-" + payment.value(), TOTAL, "Facture", page, page);
        TenantContext.runAs(SIEGVO, () -> gateway.open(order));
    }

    @Test
    void while_nothing_can_be_read_nothing_changes() {
        account.webhooks().hold();
        var page = start();
        pay(page, GOOD_CARD);
        // for whoever asks: a job may look at another payment meanwhile
        stripe.simulator().arm(Fault.refused("GET", SESSIONS, 500).times(1_000));

        assertThatThrownBy(this::checkIsDue).isInstanceOf(ProviderUnavailable.class);
        assertThatThrownBy(this::start).isInstanceOf(ProviderUnavailable.class);
        assertThat(state()).isEqualTo(PaymentState.INITIATED);
        stripe.simulator().disarm();

        checkIsDue();
        assertThat(state()).isEqualTo(PaymentState.SETTLED);
        assertThat(balance()).isEqualTo(Money.zero());
    }

    @Test
    void another_amount_than_ours_is_parked_audited_and_never_booked() {
        account.webhooks().hold();
        var page = start();
        pay(page, GOOD_CARD);
        as(
                SIEGVO,
                () -> database.sql("update payment set amount = 1.00 where id = :id")
                        .param("id", attempt().value())
                        .update());

        var before = parked();

        checkIsDue();
        checkIsDue();

        assertThat(parked()).as("what somebody is told").isEqualTo(before + 1);
        assertThat(state()).isEqualTo(PaymentState.INITIATED);
        assertThat(balance()).isEqualTo(TOTAL);
        assertThat(as(
                        SIEGVO,
                        () -> database.sql(
                                        "select count(*) from audit_entry where action = 'payment.parked' and subject = :subject")
                                .param("subject", "payment:" + attempt().value())
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
        assertThatThrownBy(this::start).isInstanceOf(PaymentInProgress.class);
    }

    private double parked() {
        return measures.find("ondine.payments").tags("utility", "siegvo", "result", "parked").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Test
    void a_session_of_another_payment_is_not_taken_for_this_one() {
        account.webhooks().hold();
        var mine = session(start());
        var payment = attempt();
        var theirs = session(start(anInvoice(SIEGVO)));
        stripe.simulator().pay(theirs, GOOD_CARD);
        exchange(mine, "lost");
        exchange(theirs, mine);
        exchange("lost", theirs);

        checkIsDue();

        assertThat(attempt()).isEqualTo(payment);
        assertThat(state()).isEqualTo(PaymentState.INITIATED);
        assertThat(balance()).isEqualTo(TOTAL);
        exchange(theirs, "lost");
        exchange(mine, theirs);
    }

    private void exchange(String session, String other) {
        as(
                SIEGVO,
                () -> database.sql("update payment set provider_session = :other where provider_session = :session")
                        .param("session", session)
                        .param("other", other)
                        .update());
    }

    @Test
    void no_session_is_left_over_at_the_provider() {
        stripe.simulator().arm(Fault.refused("POST", SESSIONS, 500).times(2));
        assertThatThrownBy(this::start).isInstanceOf(ProviderUnavailable.class);
        assertThatThrownBy(this::start).isInstanceOf(ProviderUnavailable.class);

        assertThat(stripe.simulator()
                        .sessions(
                                SimulatedStripe.account(SIEGVO),
                                attempt().value().toString()))
                .isEmpty();
    }
}
