package fr.ondine.simulators.stripe;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/charges}: money that was received, and how much of it was given back. */
final class Charges {

    static final String TABLE = "charges";

    private Charges() {}

    static List<Route> routes() {
        return List.of(Route.of(
                "GET",
                "/v1/charges/{id}",
                Schema.of(),
                (account, id, request) -> account.find(TABLE, "charge", id, "charge")));
    }

    /** A charge bears the metadata of its intent. */
    static ObjectNode of(Account account, ObjectNode intent) {
        var charge = account.create("ch", "charge")
                .put("amount", intent.get("amount").asLong())
                .put("amount_captured", intent.get("amount").asLong())
                .put("amount_refunded", 0)
                .put("currency", Json.text(intent, "currency"))
                .put("paid", true)
                .put("refunded", false)
                .put("disputed", false)
                .put("status", "succeeded")
                .put("payment_intent", Json.text(intent, "id"));
        charge.set("metadata", intent.get("metadata"));
        account.store().put(TABLE, Json.text(charge, "id"), charge);
        return charge;
    }

    static void refund(Account account, String id, long amount) {
        account.emit("charge.refunded", refunded(account, id, amount), Optional.empty());
    }

    /** So much of what went back did not arrive. */
    static void keep(Account account, String id, long amount) {
        refunded(account, id, -amount);
    }

    private static ObjectNode refunded(Account account, String id, long more) {
        var charge = account.find(TABLE, "charge", id, "charge");
        var refunded = charge.get("amount_refunded").asLong() + more;
        charge.put("amount_refunded", refunded)
                .put("refunded", refunded == charge.get("amount").asLong());
        account.store().put(TABLE, id, charge);
        return charge;
    }
}
