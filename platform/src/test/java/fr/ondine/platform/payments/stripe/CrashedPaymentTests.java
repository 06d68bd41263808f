package fr.ondine.platform.payments.stripe;

import static fr.ondine.platform.payments.stripe.BreakingGateway.Point.AFTER_THE_CALL;
import static fr.ondine.platform.payments.stripe.BreakingGateway.Point.BEFORE_THE_CALL;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.payments.PaymentState;
import fr.ondine.platform.payments.stripe.BreakingGateway.Killed;
import fr.ondine.platform.payments.stripe.BreakingGateway.Point;
import fr.ondine.testing.SimulatedStripe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing is kept in memory, so what an Error leaves behind is what a killed process leaves behind. */
class CrashedPaymentTests extends PaymentsTest {

    @Autowired
    SettledEvents settled;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOWHERE")
    void killed_around_the_call_the_payer_tries_again_and_pays_once(Point point) {
        killedAtStart(point);

        pay(start(), GOOD_CARD);

        becomes(PaymentState.SETTLED);
        onePaymentInAll();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOWHERE")
    void killed_around_the_call_and_never_tried_again_the_attempt_is_closed(Point point) {
        killedAtStart(point);

        checkIsDue();

        assertThat(state()).isEqualTo(PaymentState.CANCELLED);
        assertThat(sessionsFor(attempt())).isEqualTo(1);
        assertThat(balance()).isEqualTo(TOTAL);
        assertThat(pay(start(), GOOD_CARD)).isEqualTo("PAID");
    }

    @Test
    void killed_twice_the_provider_still_sees_one_order() {
        killedAtStart(AFTER_THE_CALL);
        killedAtStart(AFTER_THE_CALL);
        killedAtStart(BEFORE_THE_CALL);

        start();

        assertThat(attempts()).hasSize(1);
        assertThat(sessionsFor(attempt())).isEqualTo(1);
    }

    @Test
    void killed_before_the_webhook_the_provider_delivers_it_later() {
        stripe.deliverTo((tenant, exchange) -> 503);
        pay(start(), GOOD_CARD);
        assertThat(state()).isEqualTo(PaymentState.INITIATED);

        theDoorIsOpen();

        becomes(PaymentState.SETTLED);
        onePaymentInAll();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOWHERE")
    void killed_while_an_event_is_handled_it_is_handled_again(Point point) {
        account.webhooks().hold();
        pay(start(), GOOD_CARD);
        gateway.dieAnywhere(point);

        account.webhooks().release(false);

        becomes(PaymentState.SETTLED);
        onePaymentInAll();
    }

    @Test
    void killed_while_it_settles_neither_payment_nor_ledger_nor_event_are_left_half_done() {
        account.webhooks().hold();
        pay(start(), GOOD_CARD);
        settled.dieOnce();

        assertThatThrownBy(this::checkIsDue).hasRootCauseInstanceOf(Killed.class);
        assertThat(state()).isEqualTo(PaymentState.INITIATED);
        assertThat(balance()).isEqualTo(TOTAL);

        checkIsDue();
        assertThat(state()).isEqualTo(PaymentState.SETTLED);
        onePaymentInAll();
    }

    @Test
    void the_record_of_the_page_is_lost_and_the_money_is_found() {
        account.webhooks().hold();
        killedAtStart(AFTER_THE_CALL);
        var session = stripe.simulator()
                .sessions(SimulatedStripe.account(SIEGVO), attempt().value().toString())
                .getFirst();
        stripe.simulator().pay(session, GOOD_CARD);

        account.webhooks().release(true);

        becomes(PaymentState.SETTLED);
        onePaymentInAll();
    }

    private void killedAtStart(Point point) {
        gateway.dieHere(point);
        assertThatThrownBy(this::start).isInstanceOf(Killed.class);
        assertThat(state()).isEqualTo(PaymentState.INITIATED);
    }

    private void onePaymentInAll() {
        checkIsDue();
        assertThat(balance()).isEqualTo(Money.zero());
        assertThat(settled.of(attempt())).hasSize(1);
        assertThat(attempts()).hasSize(1);
        assertThat(as(
                        SIEGVO,
                        () -> database.sql("""
                        select count(*) from ledger_entry where kind = 'PAYMENT' and source = :source""")
                                .param("source", "payment:" + attempt().value())
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
    }
}
