package fr.ondine.platform.payments.stripe;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.payments.PaymentState;
import fr.ondine.simulators.stripe.Fault;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What went back to a payer while no webhook came. */
class LostStripeEventsTests extends PaymentsTest {

    @Autowired
    LostStripeEventsRound round;

    @Test
    void a_refund_that_no_webhook_told_is_booked_and_told_late_it_is_not_booked_twice() {
        var session = paid();
        account.webhooks().hold();
        stripe.simulator().refund(session, 10_00);
        askForLostEvents();
        await().untilAsserted(() -> assertThat(balance()).isEqualTo(euros("10.00")));

        account.webhooks().copies(2);
        account.webhooks().release(false);
        account.events("charge.refunded").stream().limit(1).forEach(account.webhooks()::resend);
        await().until(() -> account.webhooks().areDone());
        askForLostEvents();

        await().until(() -> unhandled() == 0);
        assertThat(balance()).isEqualTo(euros("10.00"));
        assertThat(audited("payment.returned")).isEqualTo(1);
        assertThat(kept("charge.refunded")).isEqualTo(1);
    }

    @Test
    void so_is_what_a_bank_took_back() {
        var session = paid();
        account.webhooks().hold();
        stripe.simulator().dispute(session, 94_95);
        askForLostEvents();
        await().until(() -> kept("charge.dispute.created") == 1 && unhandled() == 0);
        assertThat(state()).isEqualTo(PaymentState.SETTLED);

        stripe.simulator().decide(session, false);
        askForLostEvents();
        becomes(PaymentState.RETURNED);
        assertThat(balance()).isEqualTo(TOTAL);
    }

    @Test
    void an_hour_in_which_stripe_does_not_answer_loses_nothing() {
        var session = paid();
        account.webhooks().hold();
        stripe.simulator().refund(session, 94_95);
        stripe.simulator().arm(Fault.refused("GET", "/v1/events", 500));
        askForLostEvents();
        assertThat(kept("charge.refunded")).isZero();

        askForLostEvents();
        becomes(PaymentState.RETURNED);
    }

    @Test
    void more_than_a_page_of_them_is_read_to_its_end() {
        var session = paid();
        account.webhooks().hold();
        for (var cent = 0; cent < 30; cent++) {
            stripe.simulator().refund(session, 1);
        }
        askForLostEvents();
        assertThat(kept("charge.refunded")).isEqualTo(30);
        await().until(() -> unhandled() == 0);
        assertThat(balance()).isEqualTo(euros("0.30"));
    }

    @Test
    void the_hourly_round_has_every_utility_with_keys_ask() {
        var session = paid();
        account.webhooks().hold();
        stripe.simulator().refund(session, 94_95);
        round.run();
        becomes(PaymentState.RETURNED);
        assertThat(round.every()).hasHours(1);
    }

    private void askForLostEvents() {
        run(LostStripeEvents.NAME, UUID.randomUUID());
    }

    /** The events of a type about the payment of this test, kept in the inbox. */
    private long kept(String type) {
        return as(
                SIEGVO,
                () -> database.sql("select count(*) from webhook_event where type = :type and payload like '%' || ("
                                + "select provider_payment from payment where id = :payment) || '%'")
                        .param("type", type)
                        .param("payment", attempt().value())
                        .query(Long.class)
                        .single());
    }

    private long unhandled() {
        return as(
                SIEGVO,
                () -> database.sql("select count(*) from webhook_event where handled_at is null")
                        .query(Long.class)
                        .single());
    }
}
