package fr.ondine.simulators.stripe;

import static fr.ondine.simulators.stripe.StripeFixture.client;
import static fr.ondine.simulators.stripe.StripeFixture.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTests {

    static final String SECRET = "whsec_a";

    final List<Event> received = Collections.synchronizedList(new ArrayList<>());
    final Queue<String> hosts = new ConcurrentLinkedQueue<>();
    final LinkedBlockingQueue<Integer> refusals = new LinkedBlockingQueue<>();
    HttpServer portal;
    StripeSimulator simulator;
    Account account;
    StripeClient stripe;

    @BeforeEach
    void start() throws IOException {
        portal = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        portal.createContext("/webhooks/stripe", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var refusal = refusals.poll();
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            if (refusal == null) {
                received.add(verified(body, exchange.getRequestHeaders().getFirst("Stripe-Signature")));
            }
            exchange.sendResponseHeaders(refusal == null ? 200 : refusal, -1);
            exchange.close();
        });
        portal.start();
        var url = URI.create("http://siegvo.localhost:" + portal.getAddress().getPort() + "/webhooks/stripe");
        simulator = StripeSimulator.start(0);
        account = simulator.open(AccountSettings.of("acct_a", "sk_test_a").webhook(url, SECRET));
        stripe = client(simulator, "sk_test_a");
    }

    @AfterEach
    void stop() {
        simulator.close();
        portal.stop(0);
    }

    @Test
    void events_come_signed_to_the_utilitys_own_host() throws StripeException {
        expireASession();

        await().until(() -> types().contains("checkout.session.expired"));
        assertThat(hosts).allMatch(host -> host.startsWith("siegvo.localhost:"));
        assertThat(received.getFirst().getAccount()).isNull();
    }

    @Test
    void a_refused_delivery_is_tried_again() throws StripeException {
        refusals.add(500);

        expireASession();

        await().until(() -> types().size() == 1 && hosts.size() == 2);
    }

    @Test
    void held_events_leave_reversed() throws StripeException {
        account.webhooks().hold();
        var id = stripe.v1().checkout().sessions().create(session(1000)).getId();
        simulator.pay(id, "4242424242424242");
        assertThat(received).isEmpty();

        account.webhooks().release(true);

        await().until(() -> received.size() == 3);
        assertThat(types())
                .containsExactly("checkout.session.completed", "payment_intent.succeeded", "payment_intent.created");
    }

    @Test
    void an_event_can_come_twice_and_be_sent_again() throws StripeException {
        account.webhooks().copies(2);
        expireASession();
        await().until(() -> received.size() == 2);

        account.webhooks().copies(1);
        account.webhooks().resend(received.getFirst().getId());

        await().until(() -> received.size() == 3);
        assertThat(received)
                .extracting(Event::getId)
                .containsOnly(received.getFirst().getId());
    }

    @Test
    void an_event_of_a_connected_account_names_it() throws StripeException {
        var settings = account.settings().connectedTo("acct_platform");
        simulator.open(settings);

        expireASession();

        await().until(() -> received.size() == 1);
        assertThat(received.getFirst().getAccount()).isEqualTo("acct_a");
    }

    private void expireASession() throws StripeException {
        var id = stripe.v1().checkout().sessions().create(session(1000)).getId();
        stripe.v1().checkout().sessions().expire(id);
    }

    private List<String> types() {
        return received.stream().map(Event::getType).toList();
    }

    private static Event verified(String body, String signature) {
        try {
            return Webhook.constructEvent(body, signature, SECRET);
        } catch (StripeException e) {
            throw new IllegalStateException(e);
        }
    }
}
