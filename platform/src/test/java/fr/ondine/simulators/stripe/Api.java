package fr.ondine.simulators.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /v1}: finds the account and the operation, checks the parameters, keeps idempotency, plays the faults. */
final class Api implements HttpHandler {

    private final Accounts accounts;
    private final Faults faults;
    private final List<Route> routes = new ArrayList<>();

    Api(Accounts accounts, Faults faults, Supplier<URI> base) {
        this.accounts = accounts;
        this.faults = faults;
        routes.addAll(Accounts.routes());
        routes.addAll(Customers.routes());
        routes.addAll(new CheckoutSessions(base).routes());
        routes.addAll(PaymentIntents.routes());
        routes.addAll(Charges.routes());
        routes.addAll(Refunds.routes());
        routes.addAll(Disputes.routes());
        routes.addAll(Events.routes());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Request-Id", Json.id("req"));
        exchange.getResponseHeaders().set("Stripe-Version", Account.API_VERSION);
        answer(ApiRequest.read(exchange))
                .ifPresentOrElse(answer -> Http.json(exchange, answer), () -> Http.breakOff(exchange));
    }

    private Optional<Answer> answer(ApiRequest request) {
        try {
            var account = accounts.authenticate(request);
            var fault = faults.take(request, account);
            var answer = once(account, request, fault.filter(armed -> !armed.executed()));
            fault.filter(Fault::executed).ifPresent(Api::play);
            return Optional.of(answer);
        } catch (Dropped e) {
            return Optional.empty();
        } catch (StripeError e) {
            return Optional.of(e.answer());
        }
    }

    private Answer once(Account account, ApiRequest request, Optional<Fault> fault) {
        Supplier<Answer> run = () -> {
            fault.ifPresent(Api::play);
            return run(account, request);
        };
        return request.idempotencyKey()
                .filter(key -> request.method().equals("POST"))
                .map(key -> account.idempotency().answer(key, request.fingerprint(), run))
                .orElseGet(run);
    }

    private Answer run(Account account, ApiRequest request) {
        for (var route : routes) {
            var id = route.match(request);
            if (id.isPresent()) {
                route.schema().check(request.form());
                synchronized (account) {
                    var object = route.operation().run(account, id.get(), request);
                    return new Answer(
                            200, Expansion.of(account, object, request.form()).toString());
                }
            }
        }
        throw StripeError.unknownUrl(request.method(), request.path());
    }

    /** A fault without a status only takes its time. */
    private static void play(Fault fault) {
        pause(fault.delay());
        if (fault.status() < 0) {
            throw new Dropped();
        }
        if (fault.status() > 0) {
            throw StripeError.armed(fault.status());
        }
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The connection ends without an answer. */
    private static final class Dropped extends RuntimeException {}
}
