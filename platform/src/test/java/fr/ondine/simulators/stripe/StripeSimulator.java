package fr.ondine.simulators.stripe;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Stripe on this machine: its HTTP API, hosted payment page and webhooks, for the part of it that we use. */
public final class StripeSimulator implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Accounts accounts;
    private final Faults faults = new Faults();

    private StripeSimulator(int port, Optional<Path> memory, Clock clock) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accounts = new Accounts(new Journal(memory), clock);
        server.setExecutor(threads);
        server.createContext("/v1/", new Api(accounts, faults, this::baseUri));
        server.createContext("/c/pay/", new HostedPage(accounts));
        server.createContext("/_control/", new Control(accounts, faults));
        server.start();
    }

    /** Starts on a port, 0 for any free one, and forgets everything when closed. */
    public static StripeSimulator start(int port) {
        return new StripeSimulator(port, Optional.empty(), Clock.systemUTC());
    }

    /** Starts on a port and remembers in a file what its accounts hold. */
    public static StripeSimulator start(int port, Path memory) {
        return new StripeSimulator(port, Optional.of(memory), Clock.systemUTC());
    }

    /** Starts with a clock that a test moves. */
    static StripeSimulator start(Clock clock) {
        return new StripeSimulator(0, Optional.empty(), clock);
    }

    /** In a process of its own: port, then the file to remember in; accounts come by {@code /_control/accounts}. */
    public static void main(String[] arguments) {
        start(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
    }

    /** What the SDK is given as API base. */
    public URI baseUri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Opens an account, or gives one other settings. */
    public Account open(AccountSettings settings) {
        return accounts.open(settings);
    }

    /** An account that was opened. */
    public Account account(String id) {
        return accounts.get(id);
    }

    /** Makes the next calls of an operation go wrong. */
    public void arm(Fault fault) {
        faults.arm(fault);
    }

    /** Nothing goes wrong any more. */
    public void disarm() {
        faults.clear();
    }

    /** Pays a session by card number, as a payer does on the hosted page; answers what he would see. */
    public String pay(String session, String number) {
        return checkout(session).pay(session, Card.of(number)).name();
    }

    /** Confirms or refuses at the payer's bank. */
    public void authenticate(String session, boolean confirmed) {
        checkout(session).authenticate(session, confirmed);
    }

    /** The late answer to a payment that was processing. */
    public void conclude(String session, boolean paid) {
        checkout(session).conclude(session, paid);
    }

    /** The account's owner gives money of a paid session back. */
    public void refund(String session, long cents) {
        var account = accounts.ofSession(session);
        Refunds.give(account, intent(account, session), cents);
    }

    /** The last of that does not arrive. */
    public void failRefund(String session) {
        var account = accounts.ofSession(session);
        Refunds.fail(account, intent(account, session));
    }

    /** The payer of a session has his bank ask for money back. */
    public void dispute(String session, long cents) {
        var account = accounts.ofSession(session);
        Disputes.open(account, intent(account, session), cents);
    }

    /** The bank decides on it, for the account's owner or against. */
    public void decide(String session, boolean won) {
        var account = accounts.ofSession(session);
        Disputes.close(account, intent(account, session), won);
    }

    private static String intent(Account account, String session) {
        return Json.text(CheckoutSessions.find(account, session), "payment_intent");
    }

    /** The time of a session is over. */
    public void expire(String session) {
        CheckoutSessions.expire(accounts.ofSession(session), session);
    }

    /** The ids of an account's checkout sessions, newest first. */
    public List<String> sessions(String account) {
        return sessions(account, held -> true);
    }

    /** Those that a caller made under a reference of his own. */
    public List<String> sessions(String account, String clientReference) {
        return sessions(account, held -> Json.text(held, "client_reference_id").equals(clientReference));
    }

    private List<String> sessions(String account, Predicate<ObjectNode> which) {
        return accounts.get(account).store().newestFirst(CheckoutSessions.TABLE).stream()
                .filter(which)
                .map(session -> Json.text(session, "id"))
                .toList();
    }

    @Override
    public void close() {
        accounts.all().forEach(account -> account.webhooks().close());
        server.stop(0);
        threads.shutdownNow();
    }

    private Checkout checkout(String session) {
        return new Checkout(accounts.ofSession(session));
    }
}
