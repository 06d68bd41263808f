package fr.ondine.simulators.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /_control}: what a test in another process does with the simulator. POST with form parameters:
 * {@code accounts} (id, secret_key, platform, webhook_url, webhook_secret), {@code faults} (method, path, account,
 * executed, status, delay_ms, times), {@code faults/clear}, {@code webhooks} (account, do = hold | release | reverse,
 * delay_ms, copies, resend = an event's id), {@code pay} (session, number), {@code authenticate} (session, confirmed),
 * {@code conclude} (session, paid). GET {@code state} shows what an account holds (account, table).
 */
final class Control implements HttpHandler {

    private final Accounts accounts;
    private final Faults faults;

    Control(Accounts accounts, Faults faults) {
        this.accounts = accounts;
        this.faults = faults;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var request = ApiRequest.read(exchange);
        try {
            var done = run(request.path().substring("/_control/".length()), request.form());
            Http.json(exchange, new Answer(200, done.toString()));
        } catch (StripeError e) {
            Http.json(exchange, e.answer());
        }
    }

    private ObjectNode run(String action, Form form) {
        switch (action) {
            case "state" -> {
                var state = Json.object();
                state.putArray("data")
                        .addAll(accounts.get(need(form, "account")).store().newestFirst(need(form, "table")));
                return state;
            }
            case "accounts" -> open(form);
            case "faults" -> faults.arm(fault(form));
            case "faults/clear" -> faults.clear();
            case "webhooks" -> control(accounts.get(need(form, "account")).webhooks(), form);
            case "pay" -> {
                var outcome = checkout(form).pay(need(form, "session"), Card.of(need(form, "number")));
                return Json.object().put("outcome", outcome.name());
            }
            case "authenticate" -> checkout(form).authenticate(need(form, "session"), isTrue(form, "confirmed"));
            case "conclude" -> checkout(form).conclude(need(form, "session"), isTrue(form, "paid"));
            default -> throw StripeError.unknownUrl("POST", "/_control/" + action);
        }
        return Json.object().put("done", true);
    }

    private void open(Form form) {
        accounts.open(new AccountSettings(
                need(form, "id"),
                need(form, "secret_key"),
                form.text("platform"),
                form.text("webhook_url").map(URI::create),
                form.text("webhook_secret").orElse("")));
    }

    private static Fault fault(Form form) {
        return new Fault(
                need(form, "method"),
                need(form, "path"),
                form.text("account"),
                isTrue(form, "executed"),
                form.integer("status").orElse(0L).intValue(),
                Duration.ofMillis(form.integer("delay_ms").orElse(0L)),
                form.integer("times").orElse(1L).intValue());
    }

    private static void control(Webhooks webhooks, Form form) {
        form.integer("delay_ms").map(Duration::ofMillis).ifPresent(webhooks::delay);
        form.integer("copies").map(Long::intValue).ifPresent(webhooks::copies);
        form.text("resend").ifPresent(webhooks::resend);
        switch (form.text("do").orElse("")) {
            case "hold" -> webhooks.hold();
            case "release" -> webhooks.release(false);
            case "reverse" -> webhooks.release(true);
            default -> {}
        }
    }

    private Checkout checkout(Form form) {
        return new Checkout(accounts.ofSession(need(form, "session")));
    }

    private static String need(Form form, String name) {
        return form.text(name).orElseThrow(() -> StripeError.missing(name));
    }

    private static boolean isTrue(Form form, String name) {
        return form.text(name).map("true"::equals).orElse(false);
    }
}
