package fr.ondine.platform.payments.stripe;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.payments.PaymentState;
import fr.ondine.platform.tenancy.TenantContext;
import org.junit.jupiter.api.Test;

/** What the utility gives back at Stripe itself. */
class ReturnedPaymentTests extends PaymentsTest {

    @Test
    void all_of_it_is_owed_again_and_can_be_paid_again() {
        var session = paid();

        stripe.simulator().refund(session, 94_95);

        becomes(PaymentState.RETURNED);
        assertThat(balance()).isEqualTo(TOTAL);
        pay(start(), GOOD_CARD);
        becomes(PaymentState.SETTLED);
        assertThat(balance()).isEqualTo(Money.zero());
    }

    @Test
    void told_twice_it_comes_back_once() {
        account.webhooks().copies(3);
        var session = paid();

        stripe.simulator().refund(session, 94_95);

        becomes(PaymentState.RETURNED);
        await().until(() -> account.webhooks().areDone());
        TenantContext.runAs(SIEGVO, () -> checks.check(attempt()));
        assertThat(balance()).isEqualTo(TOTAL);
    }

    @Test
    void given_back_before_we_heard_that_it_was_paid_both_are_booked() {
        account.webhooks().hold();
        var page = start();
        pay(page, GOOD_CARD);
        stripe.simulator().refund(session(page), 94_95);

        checkIsDue();

        assertThat(state()).isEqualTo(PaymentState.RETURNED);
        assertThat(balance()).isEqualTo(TOTAL);
    }

    @Test
    void a_part_of_it_is_owed_again_and_can_be_paid_again() {
        stripe.simulator().refund(paid(), 10_00);

        await().untilAsserted(() -> assertThat(balance()).isEqualTo(euros("10.00")));
        assertThat(state()).isEqualTo(PaymentState.SETTLED);
        assertThat(audited("payment.returned")).isEqualTo(1);
        pay(start(), GOOD_CARD);
        await().untilAsserted(() -> assertThat(balance()).isEqualTo(Money.zero()));
    }

    @Test
    void parts_are_booked_once_each_until_all_of_it_is_back() {
        account.webhooks().copies(3);
        var session = paid();

        stripe.simulator().refund(session, 10_00);
        await().untilAsserted(() -> assertThat(balance()).isEqualTo(euros("10.00")));
        stripe.simulator().refund(session, 20_00);
        await().untilAsserted(() -> assertThat(balance()).isEqualTo(euros("30.00")));
        stripe.simulator().refund(session, 64_95);

        becomes(PaymentState.RETURNED);
        await().until(() -> account.webhooks().areDone());
        TenantContext.runAs(SIEGVO, () -> checks.check(attempt()));
        assertThat(balance()).isEqualTo(TOTAL);
        assertThat(audited("payment.returned")).isEqualTo(3);
        assertThat(audited("payment.parked")).isZero();
    }

    @Test
    void a_part_given_back_before_we_heard_that_it_was_paid_is_booked_with_it() {
        account.webhooks().hold();
        var page = start();
        pay(page, GOOD_CARD);
        stripe.simulator().refund(session(page), 10_00);

        checkIsDue();

        assertThat(state()).isEqualTo(PaymentState.SETTLED);
        assertThat(balance()).isEqualTo(euros("10.00"));
    }

    @Test
    void what_a_bank_took_back_for_good_is_owed_again() {
        var session = paid();
        stripe.simulator().dispute(session, 94_95);
        await().until(() -> account.webhooks().areDone());

        stripe.simulator().decide(session, false);

        becomes(PaymentState.RETURNED);
        assertThat(balance()).isEqualTo(TOTAL);
    }

    @Test
    void a_refund_and_a_lost_dispute_add_up() {
        var session = paid();
        stripe.simulator().refund(session, 10_00);
        stripe.simulator().dispute(session, 20_00);

        stripe.simulator().decide(session, false);

        await().untilAsserted(() -> assertThat(balance()).isEqualTo(euros("30.00")));
        assertThat(state()).isEqualTo(PaymentState.SETTLED);
    }

    @Test
    void a_dispute_that_is_open_or_won_takes_nothing() {
        var session = paid();
        stripe.simulator().dispute(session, 94_95);
        await().until(() -> account.webhooks().areDone());
        TenantContext.runAs(SIEGVO, () -> checks.check(attempt()));
        assertThat(balance()).isEqualTo(Money.zero());

        stripe.simulator().decide(session, true);

        await().until(() -> account.webhooks().areDone());
        TenantContext.runAs(SIEGVO, () -> checks.check(attempt()));
        assertThat(balance()).isEqualTo(Money.zero());
        assertThat(state()).isEqualTo(PaymentState.SETTLED);
    }

    @Test
    void a_refund_that_does_not_arrive_pays_what_is_owed_again() {
        account.webhooks().copies(3);
        var session = paid();
        stripe.simulator().refund(session, 94_95);
        becomes(PaymentState.RETURNED);

        stripe.simulator().failRefund(session);

        becomes(PaymentState.SETTLED);
        assertThat(balance()).isEqualTo(Money.zero());
        await().until(() -> account.webhooks().areDone());
        TenantContext.runAs(SIEGVO, () -> checks.check(attempt()));
        assertThat(balance()).isEqualTo(Money.zero());
        assertThat(audited("payment.refund-failed")).isEqualTo(1);
    }

    @Test
    void what_failed_once_and_is_given_back_anew_is_owed_once() {
        var session = paid();
        stripe.simulator().refund(session, 94_95);
        becomes(PaymentState.RETURNED);
        stripe.simulator().failRefund(session);
        becomes(PaymentState.SETTLED);

        stripe.simulator().refund(session, 10_00);

        await().untilAsserted(() -> assertThat(balance()).isEqualTo(euros("10.00")));
        stripe.simulator().refund(session, 84_95);
        becomes(PaymentState.RETURNED);
        assertThat(balance()).isEqualTo(TOTAL);
    }

    /** One failed and another of the same sum was made before anybody asked. */
    @Test
    void refunds_that_change_places_unseen_are_told_apart_once_the_other_fails_too() {
        var session = paid();
        stripe.simulator().refund(session, 10_00);
        await().untilAsserted(() -> assertThat(balance()).isEqualTo(euros("10.00")));
        account.webhooks().hold();
        stripe.simulator().failRefund(session);
        stripe.simulator().refund(session, 10_00);
        TenantContext.runAs(SIEGVO, () -> checks.check(attempt()));
        assertThat(balance()).isEqualTo(euros("10.00"));

        stripe.simulator().failRefund(session);
        TenantContext.runAs(SIEGVO, () -> checks.check(attempt()));

        assertThat(balance()).isEqualTo(Money.zero());
    }

    /** The account was closed, and nobody asked between the two. */
    @Test
    void a_refund_that_failed_unseen_counts_with_the_next_that_fails() {
        var session = paid();
        account.webhooks().hold();
        stripe.simulator().refund(session, 94_95);
        stripe.simulator().failRefund(session);
        stripe.simulator().refund(session, 90_00);
        TenantContext.runAs(SIEGVO, () -> checks.check(attempt()));
        assertThat(balance()).isEqualTo(euros("90.00"));

        stripe.simulator().failRefund(session);
        TenantContext.runAs(SIEGVO, () -> checks.check(attempt()));

        assertThat(balance()).isEqualTo(Money.zero());
        assertThat(audited("payment.refund-failed")).isEqualTo(1);
        stripe.simulator().refund(session, 94_95);
        TenantContext.runAs(SIEGVO, () -> checks.check(attempt()));
        assertThat(balance()).isEqualTo(TOTAL);
        assertThat(state()).isEqualTo(PaymentState.RETURNED);
    }
}
