package fr.ondine.simulators.stripe;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/payment_intents}: made when a session's page is submitted for the first time. */
final class PaymentIntents {

    static final String TABLE = "payment_intents";
    private static final Schema LIST = Schema.of("limit:integer", "starting_after", "ending_before", "customer");

    private PaymentIntents() {}

    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/v1/payment_intents/{id}", Schema.of(), (account, id, request) -> find(account, id)),
                Route.of(
                        "GET",
                        "/v1/payment_intents",
                        LIST,
                        (account, id, request) -> Lists.page(
                                account,
                                TABLE,
                                request.form(),
                                intent -> request.form()
                                        .text("customer")
                                        .map(Json.text(intent, "customer")::equals)
                                        .orElse(true))));
    }

    static ObjectNode find(Account account, String id) {
        return account.find(TABLE, "payment_intent", id, "intent");
    }

    /** What a session's creation said about the intent to come. */
    static ObjectNode data(Form form) {
        var data = Json.object();
        List.of("description", "receipt_email", "statement_descriptor", "statement_descriptor_suffix")
                .forEach(field -> data.put(
                        field, form.text("payment_intent_data[" + field + "]").orElse(null)));
        data.set("metadata", Json.of(form.entries("payment_intent_data[metadata]")));
        return data;
    }

    /** The session's own intent; made, and said so, at its first use. */
    static ObjectNode of(Account account, ObjectNode session) {
        var known = Json.text(session, "payment_intent");
        if (!known.isEmpty()) {
            return find(account, known);
        }
        var intent = account.create("pi", "payment_intent")
                .put("amount", session.get("amount_total").asLong())
                .put("amount_received", 0)
                .put("currency", Json.text(session, "currency"))
                .put("status", "requires_payment_method")
                .put("capture_method", "automatic")
                .put("confirmation_method", "automatic")
                .putNull("last_payment_error")
                .putNull("latest_charge");
        intent.put("client_secret", Json.text(intent, "id") + "_secret_" + Json.id("s"));
        intent.set("customer", session.get("customer"));
        intent.putArray("payment_method_types").add("card");
        account.store().find("intents_data", Json.text(session, "id")).ifPresent(intent::setAll);
        save(account, intent);
        session.put("payment_intent", Json.text(intent, "id"));
        CheckoutSessions.save(account, session);
        account.emit("payment_intent.created", intent, Optional.empty());
        return intent;
    }

    static void save(Account account, ObjectNode intent) {
        account.store().put(TABLE, Json.text(intent, "id"), intent);
    }
}
