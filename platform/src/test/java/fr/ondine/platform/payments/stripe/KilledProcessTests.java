package fr.ondine.platform.payments.stripe;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.payments.stripe.StoppingPoints.Point;
import fr.ondine.simulators.stripe.StripeSimulator;
import fr.ondine.testing.SimulatedStripe;
import fr.ondine.testing.Victim;
import fr.ondine.testing.services.FreePorts;
import fr.ondine.testing.services.PersistentServices;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** kill -9 of a real process on a real database, at each point of a payment; another process finds what was left. */
class KilledProcessTests {

    static final String GOOD_CARD = "4242424242424242";

    @TempDir
    static Path folder;

    static PersistentServices services;
    static StripeSimulator stripe;
    static int port;
    static Victim process;

    @BeforeAll
    static void a_process_that_serves() throws IOException {
        services = PersistentServices.open(folder);
        stripe = StripeSimulator.start(0);
        port = FreePorts.one();
        var door = URI.create("http://siegvo.localhost:" + port + "/webhooks/stripe");
        stripe.open(SimulatedStripe.settings(SIEGVO, door));
        process = Victim.start(PayingProcess.class, Integer.toString(port), properties());
    }

    @AfterAll
    static void stop() {
        process.close();
        stripe.close();
        services.close();
    }

    @Test
    void killed_after_the_order_the_payer_tries_again_and_pays_once() {
        aroundTheOrder(Point.AFTER_THE_ORDER);
    }

    @Test
    @Tag("long")
    void killed_before_the_order_the_payer_tries_again_and_pays_once() {
        aroundTheOrder(Point.BEFORE_THE_ORDER);
    }

    private static void aroundTheOrder(Point point) {
        var owed = process.ask("owe");
        process.ask("stop " + point);
        process.tell("start " + owed);
        process.awaits("reached " + point);

        killAndStartAnother();

        stripe.pay(session(process.ask("start " + owed)), GOOD_CARD);
        onePaymentOf(owed);
    }

    @Test
    @Tag("long")
    void killed_while_the_payer_pays_it_is_found() {
        var owed = process.ask("owe");
        var session = session(process.ask("start " + owed));

        process.kill();
        stripe.pay(session, GOOD_CARD);
        process = Victim.start(PayingProcess.class, Integer.toString(port), properties());

        onePaymentOf(owed);
    }

    @Test
    @Tag("long")
    void killed_while_it_settles_another_process_handles_the_webhook() {
        duringTheWebhook(Point.WHILE_SETTLING);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(names = {"BEFORE_READING", "AFTER_READING"})
    void killed_around_reading_the_webhook_another_process_handles_it(Point point) {
        duringTheWebhook(point);
    }

    private static void duringTheWebhook(Point point) {
        var owed = process.ask("owe");
        var session = session(process.ask("start " + owed));
        process.ask("stop " + point);
        stripe.pay(session, GOOD_CARD);
        process.awaits("reached " + point);

        killAndStartAnother();

        onePaymentOf(owed);
    }

    @Test
    @Tag("long")
    void killed_at_any_moment_there_is_one_payment_and_no_lost_state() throws InterruptedException {
        var random = new Random(20261123);
        for (var round = 0; round < 25; round++) {
            var owed = process.ask("owe");
            if (random.nextBoolean()) {
                process.tell("start " + owed);
            } else {
                stripe.pay(session(process.ask("start " + owed)), GOOD_CARD);
            }
            Thread.sleep(random.nextInt(600));

            killAndStartAnother();

            var page = process.ask("start " + owed);
            if (page.startsWith("page ")) {
                stripe.pay(session(page), GOOD_CARD);
            }
            onePaymentOf(owed);
        }
    }

    private static void killAndStartAnother() {
        process.kill();
        process = Victim.start(PayingProcess.class, Integer.toString(port), properties());
    }

    private static void onePaymentOf(String owed) {
        var invoice = owed.substring(owed.indexOf(' ') + 1);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(
                        () -> assertThat(process.ask("balance " + invoice)).isEqualTo("balance 0.00"));
        assertThat(process.ask("booked " + invoice)).isEqualTo("booked PAYMENT");
        assertThat(process.ask("attempts " + invoice)).isEqualTo("attempts SETTLED");
        assertThat(process.ask("start " + owed)).isEqualTo("refused payments.nothing-to-pay");
    }

    private static String session(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private static Map<String, String> properties() {
        var properties = new HashMap<>(services.services().properties());
        properties.putAll(SimulatedStripe.propertiesFor(stripe));
        properties.put("ondine.vault.key", "b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=");
        properties.put("ondine.portal.scheme", "http");
        properties.put("ondine.portal.port", "8080");
        properties.put("ondine.documents.directory", folder.resolve("documents").toString());
        properties.put("ondine.jobs.heartbeat", "1s");
        properties.put("spring.main.banner-mode", "off");
        return properties;
    }
}
