package fr.ondine.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.simulators.stripe.Account;
import fr.ondine.simulators.stripe.AccountSettings;
import fr.ondine.simulators.stripe.StripeSimulator;
import fr.ondine.tenantconfig.TenantConfigReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;

/** One simulated Stripe for all tests of a JVM, with an account per utility, and the door its webhooks come to. */
public final class SimulatedStripe {

    private static final SimulatedStripe SHARED = new SimulatedStripe();

    private final StripeSimulator simulator = StripeSimulator.start(0);
    private final HttpServer door;
    private volatile Receiver receiver = (tenant, exchange) -> 503;

    private SimulatedStripe() {
        try {
            door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        door.createContext("/webhooks/stripe", this::receive);
        door.start();
        List.of(Utilities.SIEGVO, Utilities.MALESHERBOIS, Utilities.ILEO).forEach(this::open);
    }

    public static SimulatedStripe shared() {
        return SHARED;
    }

    /** Who takes the webhooks from now on. */
    public void deliverTo(Receiver next) {
        receiver = next;
    }

    public StripeSimulator simulator() {
        return simulator;
    }

    /** The account of a utility, its webhooks delivered once and at once. */
    public Account of(TenantId tenant) {
        var account = simulator.account(account(tenant));
        account.webhooks().release(false);
        account.webhooks().delay(Duration.ZERO);
        account.webhooks().copies(1);
        return account;
    }

    private void open(TenantId tenant) {
        simulator.open(settings(tenant, webhook(tenant.slug())));
    }

    /** Where a utility is told. */
    public URI webhook(String slug) {
        return URI.create("http://" + slug + ".localhost:" + door.getAddress().getPort() + "/webhooks/stripe");
    }

    /** The account of a utility that is told its events at an address. */
    public static AccountSettings settings(TenantId tenant, URI webhook) {
        return AccountSettings.of(account(tenant), secretKey(tenant)).webhook(webhook, webhookSecret(tenant));
    }

    /** The id of a utility's account, as its configuration says. */
    public static String account(TenantId tenant) {
        return Objects.requireNonNull(
                TenantConfigReader.read(Utilities.yaml(tenant)).payments().stripeAccount());
    }

    public static String webhookSecret(TenantId tenant) {
        return "whsec_" + tenant.slug();
    }

    /** What the application under test is configured with. */
    public Map<String, String> properties() {
        return propertiesFor(simulator);
    }

    /** The same with another simulator. */
    public static Map<String, String> propertiesFor(StripeSimulator simulator) {
        var properties = new HashMap<String, String>();
        properties.put("ondine.stripe-api.base", simulator.baseUri().toString());
        properties.put("ondine.stripe-api.read-timeout", "1s");
        properties.put("ondine.stripe-api.retries", "0");
        for (var tenant : List.of(Utilities.SIEGVO, Utilities.MALESHERBOIS, Utilities.ILEO)) {
            properties.put("ondine.stripe." + tenant.slug() + ".secret-key", secretKey(tenant));
            properties.put("ondine.stripe." + tenant.slug() + ".webhook-secret", webhookSecret(tenant));
        }
        return properties;
    }

    private static String secretKey(TenantId tenant) {
        return "sk_test_" + tenant.slug();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var host = exchange.getRequestHeaders().getFirst("Host");
            var tenant = new TenantId(host.substring(0, host.indexOf('.')));
            exchange.sendResponseHeaders(receiver.receive(tenant, exchange), -1);
        }
    }

    /** Takes a webhook as the portal of a utility; answers a status. */
    @FunctionalInterface
    public interface Receiver {
        int receive(TenantId tenant, HttpExchange exchange) throws IOException;
    }
}
