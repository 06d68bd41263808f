package fr.ondine.simulators.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** {@code /c/pay}: the payment page that a payer is sent to, and his bank's page. */
final class HostedPage implements HttpHandler {

    private static final String BANK = "/3ds";
    private static final Duration LATER = Duration.ofSeconds(20);

    private final Accounts accounts;

    HostedPage(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var request = ApiRequest.read(exchange);
        var atBank = request.path().endsWith(BANK);
        var id = request.path().substring("/c/pay/".length()).replace(BANK, "");
        try {
            var account = accounts.ofSession(id);
            if (request.method().equals("POST")) {
                submit(exchange, account, id, atBank, request.form());
            } else {
                show(exchange, CheckoutSessions.find(account, id), atBank ? "bank" : "card", "");
            }
        } catch (StripeError e) {
            Http.html(exchange, 404, Pages.render("closed", Map.of()));
        }
    }

    private void submit(HttpExchange exchange, Account account, String id, boolean atBank, Form form) {
        var checkout = new Checkout(account);
        var outcome = atBank
                ? checkout.authenticate(id, form.text("decision").orElse("").equals("confirm"))
                : checkout.pay(id, Card.of(form.text("number").orElse("")));
        if (outcome == Checkout.Outcome.PROCESSING) {
            Thread.startVirtualThread(() -> concludeLater(checkout, id));
        }
        var session = CheckoutSessions.find(account, id);
        switch (outcome) {
            case PAID, PROCESSING -> Http.redirect(exchange, successUrl(session));
            case AUTHENTICATION_REQUIRED -> Http.redirect(exchange, "/c/pay/" + id + BANK);
            case CLOSED -> show(exchange, session, "card", "");
            case DECLINED -> show(exchange, session, "card", atBank ? "authentication" : "declined");
        }
    }

    /** The money comes by itself after a while, unless somebody decided before. */
    private static void concludeLater(Checkout checkout, String session) {
        try {
            Thread.sleep(LATER);
            checkout.conclude(session, true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StripeError decided) {
            // by a test
        }
    }

    private static void show(HttpExchange exchange, ObjectNode session, String page, String failure) {
        switch (Json.text(session, "status")) {
            case "complete" -> Http.redirect(exchange, successUrl(session));
            case "expired" -> Http.html(exchange, 410, Pages.render("closed", Map.of()));
            default -> Http.html(exchange, failure.isEmpty() ? 200 : 402, Pages.render(page, values(session, failure)));
        }
    }

    private static Map<String, String> values(ObjectNode session, String failure) {
        return Map.of(
                "session", Json.text(session, "id"),
                "amount", amount(session),
                "email", Json.text(session, "customer_email"),
                "cancel", Json.text(session, "cancel_url"),
                "failure", failure);
    }

    private static String amount(ObjectNode session) {
        var format = NumberFormat.getCurrencyInstance(Locale.FRANCE);
        format.setCurrency(Currency.getInstance(Json.text(session, "currency").toUpperCase(Locale.ROOT)));
        return format.format(BigDecimal.valueOf(session.get("amount_total").asLong(), 2));
    }

    private static String successUrl(ObjectNode session) {
        return Json.text(session, "success_url").replace("{CHECKOUT_SESSION_ID}", Json.text(session, "id"));
    }
}
