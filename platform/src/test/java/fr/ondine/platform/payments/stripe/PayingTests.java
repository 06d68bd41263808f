package fr.ondine.platform.payments.stripe;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.payments.BelowMinimum;
import fr.ondine.platform.payments.DebitExpected;
import fr.ondine.platform.payments.NothingToPay;
import fr.ondine.platform.payments.Payer;
import fr.ondine.platform.payments.PaymentInProgress;
import fr.ondine.platform.payments.PaymentSettled;
import fr.ondine.platform.payments.PaymentState;
import fr.ondine.platform.payments.ProviderUnavailable;
import fr.ondine.platform.payments.UnknownPayment;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.Rows;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PayingTests extends PaymentsTest {

    @Autowired
    SettledEvents settled;

    @Autowired
    CaughtMails mails;

    @Test
    void a_good_card_settles_the_invoice_by_webhook_alone() {
        assertThat(pay(start(), GOOD_CARD)).isEqualTo("PAID");

        becomes(PaymentState.SETTLED);
        assertThat(balance()).isEqualTo(Money.zero());
        assertThat(settled.of(attempt())).extracting(PaymentSettled::amount).containsExactly(TOTAL);
    }

    @Test
    void the_payer_gets_one_receipt_by_mail() {
        account.webhooks().copies(2);
        pay(start(), GOOD_CARD);
        becomes(PaymentState.SETTLED);

        var address = owed.user().value() + "@exemple.fr";
        assertThat(mails.await(address, letter -> letter.plain().contains("94,95"))
                        .subject())
                .contains("aiement");
        assertThat(mails.to(address)).hasSize(1);
    }

    @Test
    void an_invoice_from_before_the_renumbering_is_paid_like_any_other() {
        as(
                SIEGVO,
                () -> database.sql("update invoice set agreement_number = '0590001A' where id = ?")
                        .param(owed.invoice().value())
                        .update());

        pay(start(), GOOD_CARD);

        becomes(PaymentState.SETTLED);
        assertThat(balance()).isEqualTo(Money.zero());
    }

    @Test
    void nothing_is_paid_before_the_money_is_there() {
        account.webhooks().hold();
        pay(start(), GOOD_CARD);

        assertThat(state()).isEqualTo(PaymentState.INITIATED);
        assertThat(balance()).isEqualTo(TOTAL);
    }

    @Test
    void a_lost_webhook_loses_nothing() {
        account.webhooks().hold();
        pay(start(), GOOD_CARD);

        checkIsDue();

        assertThat(state()).isEqualTo(PaymentState.SETTLED);
        assertThat(balance()).isEqualTo(Money.zero());
    }

    @Test
    void coming_back_from_the_page_does_not_wait_for_the_webhook() {
        account.webhooks().hold();
        pay(start(), GOOD_CARD);

        var status = TenantContext.callAs(SIEGVO, () -> payments.refresh(owed.user(), attempt()));

        assertThat(status.state()).isEqualTo(PaymentState.SETTLED);
    }

    @Test
    void a_refused_card_leaves_the_page_open_for_another() {
        var page = start();
        assertThat(pay(page, "4000000000000002")).isEqualTo("DECLINED");

        assertThat(start()).isEqualTo(page);
        assertThat(balance()).isEqualTo(TOTAL);
        assertThat(pay(page, GOOD_CARD)).isEqualTo("PAID");
        becomes(PaymentState.SETTLED);
    }

    @Test
    void an_authenticated_card_settles() {
        var page = start();
        pay(page, "4000002500003155");
        assertThat(state()).isEqualTo(PaymentState.INITIATED);

        stripe.simulator().authenticate(session(page), true);

        becomes(PaymentState.SETTLED);
    }

    @Test
    void money_that_takes_its_time_is_in_progress_and_blocks_a_second_payment() {
        var page = start();
        pay(page, "4000000000000077");
        becomes(PaymentState.PROCESSING);

        assertThat(balance()).isEqualTo(TOTAL);
        assertThatThrownBy(this::start).isInstanceOf(PaymentInProgress.class);

        stripe.simulator().conclude(session(page), true);
        becomes(PaymentState.SETTLED);
        assertThat(balance()).isEqualTo(Money.zero());
    }

    @Test
    void money_that_does_not_come_after_all_frees_the_invoice() {
        var page = start();
        pay(page, "4000000000000077");
        becomes(PaymentState.PROCESSING);

        stripe.simulator().conclude(session(page), false);

        becomes(PaymentState.FAILED);
        assertThat(balance()).isEqualTo(TOTAL);
        assertThat(start()).isNotEqualTo(page);
    }

    @Test
    void who_gives_up_can_begin_anew() {
        var page = start();

        var status = TenantContext.callAs(SIEGVO, () -> payments.abandon(owed.user(), attempt()));

        assertThat(status.state()).isEqualTo(PaymentState.CANCELLED);
        assertThat(status.retry()).isTrue();
        assertThat(pay(page, GOOD_CARD)).isEqualTo("CLOSED");
        assertThat(start()).isNotEqualTo(page);
    }

    @Test
    void who_gives_up_and_owes_nothing_any_more_is_not_asked_to_begin_anew() {
        start();
        onAccount("94.95");

        var status = TenantContext.callAs(SIEGVO, () -> payments.abandon(owed.user(), attempt()));

        assertThat(status.state()).isEqualTo(PaymentState.CANCELLED);
        assertThat(status.retry()).isFalse();
    }

    @Test
    void what_is_below_the_utilitys_minimum_and_nothing_at_all_are_not_taken() {
        assertThat(TenantContext.callAs(SIEGVO, () -> payments.takes(Money.euros("1.00"))))
                .isTrue();
        assertThat(TenantContext.callAs(SIEGVO, () -> payments.takes(Money.euros("0.99"))))
                .isFalse();
        assertThat(TenantContext.callAs(SIEGVO, () -> payments.takes(Money.zero())))
                .isFalse();
    }

    @Test
    void who_gives_up_too_late_has_paid() {
        account.webhooks().hold();
        pay(start(), GOOD_CARD);

        var status = TenantContext.callAs(SIEGVO, () -> payments.abandon(owed.user(), attempt()));

        assertThat(status.state()).isEqualTo(PaymentState.SETTLED);
        assertThat(balance()).isEqualTo(Money.zero());
    }

    @Test
    void an_open_page_is_used_again_and_an_expired_one_is_not() {
        var page = start();
        assertThat(start()).isEqualTo(page);

        stripe.simulator().expire(session(page));

        assertThat(start()).isNotEqualTo(page);
        assertThat(attempts()).hasSize(2);
    }

    @Test
    void a_page_that_asks_for_more_than_is_owed_by_now_is_closed() {
        var page = start();
        as(
                SIEGVO,
                () -> ledger.post(LedgerEntry.payment(
                        UUID.randomUUID(),
                        owed.agreement(),
                        Receipt.BANK,
                        LocalDate.of(2026, 2, 1),
                        euros("50.00"),
                        Map.of(owed.invoice(), euros("50.00")))));

        var second = start();

        assertThat(pay(page, GOOD_CARD)).isEqualTo("CLOSED");
        pay(second, GOOD_CARD);
        becomes(PaymentState.SETTLED);
        assertThat(balance()).isEqualTo(Money.zero());
    }

    @Test
    void what_was_paid_elsewhere_meanwhile_stays_with_the_agreement() {
        var page = start();
        as(
                SIEGVO,
                () -> ledger.post(LedgerEntry.payment(
                        UUID.randomUUID(),
                        owed.agreement(),
                        Receipt.BANK,
                        LocalDate.of(2026, 2, 1),
                        TOTAL,
                        Map.of(owed.invoice(), TOTAL))));

        pay(page, GOOD_CARD);

        becomes(PaymentState.SETTLED);
        assertThat(balance()).isEqualTo(Money.zero());
        assertThat(as(SIEGVO, () -> debts.of(owed.agreement()).due())).isEqualTo(TOTAL.negated());
    }

    @Test
    void what_money_on_account_covers_already_is_not_asked_for() {
        onAccount("50.00");

        pay(start(), GOOD_CARD);

        becomes(PaymentState.SETTLED);
        assertThat(asked()).isEqualTo(euros("44.95"));
        assertThat(as(SIEGVO, () -> debts.of(owed.agreement()).due())).isEqualTo(Money.zero());
        assertThatThrownBy(this::start).isInstanceOf(NothingToPay.class);
    }

    @Test
    void an_invoice_that_money_on_account_covers_is_not_paid_by_card() {
        onAccount("100.00");

        assertThatThrownBy(this::start).isInstanceOf(NothingToPay.class);
        assertThat(attempts()).isEmpty();
    }

    @Test
    void a_page_that_was_opened_before_the_money_on_account_is_closed() {
        var page = start();
        onAccount("50.00");

        start();

        assertThat(pay(page, GOOD_CARD)).isEqualTo("CLOSED");
        assertThat(asked()).isEqualTo(euros("44.95"));
    }

    @Test
    void what_the_utility_debits_month_by_month_is_not_paid_by_card() {
        as(
                SIEGVO,
                () -> database.sql("update agreement set payment_method = 'INSTALMENTS' where id = ?")
                        .param(owed.agreement().value())
                        .update());
        as(
                SIEGVO,
                () -> database.sql(
                                "insert into mandate (id, agreement_id, reference, creditor, holder, iban,"
                                        + " iban_masked, signed_on) values (?, ?, ?, 'FR48', 'Martin', '\\x00', 'FR76', '2025-01-01')")
                        .params(
                                UUID.randomUUID(),
                                owed.agreement().value(),
                                UUID.randomUUID().toString())
                        .update());
        as(
                SIEGVO,
                () -> database.sql("update invoice set due_on = current_date where id = ?")
                        .param(owed.invoice().value())
                        .update());

        assertThatThrownBy(this::start).isInstanceOf(DebitExpected.class);
        assertThat(attempts()).isEmpty();
    }

    private void onAccount(String amount) {
        as(
                SIEGVO,
                () -> ledger.post(LedgerEntry.payment(
                        UUID.randomUUID(),
                        owed.agreement(),
                        Receipt.BANK,
                        LocalDate.of(2026, 2, 1),
                        euros(amount),
                        Map.of())));
    }

    private Money asked() {
        return TenantContext.callAs(
                SIEGVO, () -> payments.status(owed.user(), attempt()).amount());
    }

    @Test
    void a_paid_invoice_is_not_paid_again() {
        pay(start(), GOOD_CARD);
        becomes(PaymentState.SETTLED);

        assertThatThrownBy(this::start).isInstanceOf(NothingToPay.class);
        assertThat(attempts()).hasSize(1);
    }

    @Test
    void an_amount_below_the_utilitys_minimum_is_not_taken() {
        var small = as(SIEGVO, () -> {
            var invoice = new Rows(database).invoice(owed.agreement(), euros("0.90"), euros("0.05"));
            ledger.post(LedgerEntry.invoice(
                    invoice, owed.agreement(), LocalDate.of(2026, 1, 15), euros("0.90"), euros("0.05")));
            return new Owed(SIEGVO, owed.user(), owed.agreement(), invoice);
        });

        assertThatThrownBy(() -> start(small)).isInstanceOf(BelowMinimum.class);
    }

    @Test
    void nobody_pays_or_sees_what_is_not_linked_to_him() {
        start();
        var stranger = as(SIEGVO, () -> new Rows(database).user());
        var payment = attempt();

        assertThatThrownBy(() -> TenantContext.callAs(
                        SIEGVO, () -> payments.start(new Payer(stranger, "siegvo.localhost"), owed.invoice())))
                .isInstanceOf(UnknownAgreement.class);
        assertThatThrownBy(() -> TenantContext.callAs(SIEGVO, () -> payments.status(stranger, payment)))
                .isInstanceOf(UnknownAgreement.class);
        assertThatThrownBy(() -> TenantContext.callAs(SIEGVO, () -> payments.abandon(stranger, payment)))
                .isInstanceOf(UnknownAgreement.class);
        assertThat(state()).isEqualTo(PaymentState.INITIATED);
    }

    @Test
    void the_ids_of_one_utility_mean_nothing_at_another() {
        start();
        var payment = attempt();

        assertThatThrownBy(() -> TenantContext.callAs(MALESHERBOIS, () -> payments.start(owed.payer(), owed.invoice())))
                .isInstanceOf(UnknownPayment.class);
        assertThatThrownBy(() -> TenantContext.callAs(MALESHERBOIS, () -> payments.status(owed.user(), payment)))
                .isInstanceOf(UnknownPayment.class);
        assertThatThrownBy(() -> TenantContext.callAs(
                        SIEGVO, () -> payments.start(owed.payer(), new ReceivableId(UUID.randomUUID()))))
                .isInstanceOf(UnknownPayment.class);
    }

    @Test
    void starts_at_the_same_time_are_one_attempt_and_one_page() throws Exception {
        Callable<URI> start = () -> {
            for (var tries = 0; ; tries++) {
                try {
                    return start();
                } catch (ProviderUnavailable inUse) {
                    assertThat(tries).isLessThan(10);
                }
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pages = threads.invokeAll(List.of(start, start, start, start)).stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();
            assertThat(pages).hasSize(1);
        }
        assertThat(attempts()).hasSize(1);
        assertThat(sessionsFor(attempt())).isEqualTo(1);
    }
}
