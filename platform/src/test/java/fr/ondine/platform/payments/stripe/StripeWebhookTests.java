package fr.ondine.platform.payments.stripe;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.net.Webhook;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.payments.PaymentState;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.SimulatedStripe;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StripeWebhookTests extends PaymentsTest {

    static final String SIEGVOS_SECRET = SimulatedStripe.webhookSecret(SIEGVO);

    @Autowired
    SettledEvents settled;

    final String event = "evt_" + UUID.randomUUID();

    @Test
    void an_event_that_is_not_signed_is_refused() {
        assertThat(receive(SIEGVO, payload(false, ""), null)).isEqualTo(400);
        assertThat(receive(SIEGVO, payload(false, ""), "t=1,v1=00")).isEqualTo(400);
        assertThat(receive(SIEGVO, payload(false, ""), signed(payload(false, ""), "whsec_other")))
                .isEqualTo(400);
        assertThat(receive(SIEGVO, payload(false, "") + " ", signed(payload(false, ""), SIEGVOS_SECRET)))
                .isEqualTo(400);
        assertThat(kept(SIEGVO)).isZero();
    }

    @Test
    void an_event_of_one_utility_is_refused_at_anothers_host() {
        assertThat(receive(MALESHERBOIS, payload(false, ""), signed(payload(false, ""), SIEGVOS_SECRET)))
                .isEqualTo(400);
        assertThat(kept(MALESHERBOIS)).isZero();
    }

    @Test
    void a_signature_that_was_caught_and_kept_for_long_is_refused() throws GeneralSecurityException {
        var old = Instant.now(Clock.systemUTC()).minusSeconds(600).getEpochSecond();
        var signature = Webhook.Signature.generateSignatureHeader(payload(false, ""), SIEGVOS_SECRET, old);

        assertThat(receive(SIEGVO, payload(false, ""), signature)).isEqualTo(400);
    }

    @Test
    void an_event_that_names_another_account_is_refused() {
        var foreign = payload(false, SimulatedStripe.account(MALESHERBOIS));
        var own = payload(false, SimulatedStripe.account(SIEGVO));

        assertThat(receive(SIEGVO, foreign, signed(foreign, SIEGVOS_SECRET))).isEqualTo(400);
        assertThat(kept(SIEGVO)).isZero();
        assertThat(receive(SIEGVO, own, signed(own, SIEGVOS_SECRET))).isEqualTo(200);
    }

    @Test
    void a_live_event_at_a_test_account_is_acknowledged_and_not_handled() {
        var live = payload(true, "");

        assertThat(receive(SIEGVO, live, signed(live, SIEGVOS_SECRET))).isEqualTo(200);

        assertThat(as(
                        SIEGVO,
                        () -> database.sql(
                                        "select count(*) from webhook_event where event_id = :event and handled_at is not null")
                                .param("event", event)
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
    }

    @Test
    void an_event_about_nothing_of_ours_is_kept_and_done_with() {
        var payload = payload(false, "");

        assertThat(receive(SIEGVO, payload, signed(payload, SIEGVOS_SECRET))).isEqualTo(200);

        await().until(() -> handled() == 1);
    }

    @Test
    void what_is_signed_and_is_no_event_is_refused() {
        for (var payload : List.of("", "[]", "{", "{\"id\":1}", "null")) {
            assertThat(receive(SIEGVO, payload, signed(payload, SIEGVOS_SECRET)))
                    .isEqualTo(400);
        }
    }

    @Test
    void a_body_that_does_not_end_is_not_read_to_its_end() {
        assertThat(receive(SIEGVO, "x".repeat(300_000), "t=1,v1=00")).isEqualTo(413);
    }

    @Test
    void the_same_event_many_times_at_once_is_one_event() throws Exception {
        var payload = payload(false, "");
        var signature = signed(payload, SIEGVOS_SECRET);
        Callable<Integer> receive = () -> receive(SIEGVO, payload, signature);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(List.of(receive, receive, receive, receive)))
                    .extracting(Future::resultNow)
                    .containsOnly(200);
        }
        assertThat(kept(SIEGVO)).isEqualTo(1);
    }

    @Test
    void duplicates_replays_and_reorderings_settle_once() {
        account.webhooks().hold();
        account.webhooks().copies(3);
        pay(start(), GOOD_CARD);
        account.webhooks().release(true);
        becomes(PaymentState.SETTLED);

        account.events("checkout.session.completed").forEach(account.webhooks()::resend);
        account.events("payment_intent.created").forEach(account.webhooks()::resend);

        await().until(() -> account.webhooks().areDone());
        await().until(() -> unhandled() == 0);
        assertThat(state()).isEqualTo(PaymentState.SETTLED);
        assertThat(balance()).isEqualTo(Money.zero());
        assertThat(settled.of(attempt())).hasSize(1);
    }

    @Test
    void a_late_event_after_the_payer_gave_up_changes_nothing() {
        account.webhooks().hold();
        var page = start();
        pay(page, "4000000000000002");
        var given = attempt();
        TenantContext.runAs(SIEGVO, () -> payments.abandon(owed.user(), given));

        account.webhooks().release(true);

        await().until(() -> account.webhooks().areDone());
        await().until(() -> unhandled() == 0);
        assertThat(state()).isEqualTo(PaymentState.CANCELLED);
        assertThat(balance()).isEqualTo(TOTAL);
    }

    @Test
    void an_event_that_lies_is_not_believed() {
        start();
        var lie = """
                {"id": "%s", "type": "checkout.session.completed", "livemode": false, "data": {"object":
                {"client_reference_id": "%s", "status": "complete", "payment_status": "paid"}}}""".formatted(event, attempt().value());

        assertThat(receive(SIEGVO, lie, signed(lie, SIEGVOS_SECRET))).isEqualTo(200);

        await().until(() -> handled() == 1);
        assertThat(state()).isEqualTo(PaymentState.INITIATED);
        assertThat(balance()).isEqualTo(TOTAL);
    }

    private String payload(boolean live, String account) {
        var named = account.isEmpty() ? "" : "\"account\": \"" + account + "\", ";
        return "{\"id\": \"" + event + "\", " + named + "\"type\": \"charge.updated\", \"livemode\": " + live
                + ", \"data\": {\"object\": {\"id\": \"ch_1\"}}}";
    }

    private int receive(TenantId tenant, String payload, @Nullable String signature) {
        return TenantContext.callAs(tenant, () -> {
            try {
                return webhook.receive(signature, new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)))
                        .getStatusCode()
                        .value();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String signed(String payload, String secret) {
        try {
            return Webhook.Signature.generateSignatureHeader(payload, secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private long kept(TenantId tenant) {
        return count(tenant, "event_id = '" + event + "'");
    }

    private long handled() {
        return count(SIEGVO, "event_id = '" + event + "' and handled_at is not null");
    }

    private long unhandled() {
        return count(SIEGVO, "handled_at is null");
    }

    private long count(TenantId tenant, String where) {
        return as(
                tenant,
                () -> database.sql("select count(*) from webhook_event where " + where)
                        .query(Long.class)
                        .single());
    }
}
