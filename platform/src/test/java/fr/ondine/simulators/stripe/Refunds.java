package fr.ondine.simulators.stripe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/refunds}: gives back all or a part of a settled payment, never more than was received. */
final class Refunds {

    private static final String TABLE = "refunds";
    private static final Schema CREATE = Schema.of(
            "payment_intent!", "amount:integer", "reason:duplicate|fraudulent|requested_by_customer", "metadata[*]");

    private Refunds() {}

    static List<Route> routes() {
        return List.of(
                Route.of("POST", "/v1/refunds", CREATE, (account, id, request) -> create(account, request)),
                Route.of(
                        "GET",
                        "/v1/refunds/{id}",
                        Schema.of(),
                        (account, id, request) -> account.find(TABLE, "refund", id, "id")),
                Route.of(
                        "GET",
                        "/v1/refunds",
                        Schema.of("payment_intent", "limit:integer", "starting_after", "ending_before"),
                        (account, id, request) -> Lists.page(
                                account,
                                TABLE,
                                request.form(),
                                refund -> request.form()
                                        .text("payment_intent")
                                        .map(Json.text(refund, "payment_intent")::equals)
                                        .orElse(true))));
    }

    static void give(Account account, String intent, long cents) {
        synchronized (account) {
            var form = new Form(Map.of("payment_intent", intent, "amount", Long.toString(cents)));
            create(account, new ApiRequest("POST", "/v1/refunds", form, "", Optional.empty(), Optional.empty()));
        }
    }

    /** The last one of a payment does not arrive, as at a closed account: the money is the account's again. */
    static void fail(Account account, String intent) {
        synchronized (account) {
            var refund = account.store().newestFirst(TABLE).stream()
                    .filter(one -> Json.text(one, "payment_intent").equals(intent)
                            && Json.text(one, "status").equals("succeeded"))
                    .findFirst()
                    .orElseThrow();
            refund.put("status", "failed").put("failure_reason", "expired_or_canceled_card");
            account.store().put(TABLE, Json.text(refund, "id"), refund);
            Charges.keep(
                    account, Json.text(refund, "charge"), refund.get("amount").asLong());
            account.emit("charge.refund.updated", refund, Optional.empty());
            account.emit("refund.failed", refund, Optional.empty());
        }
    }

    private static ObjectNode create(Account account, ApiRequest request) {
        var form = request.form();
        var intent = PaymentIntents.find(account, form.text("payment_intent").orElseThrow());
        var left = intent.get("amount_received").asLong() - refunded(account, intent);
        if (Json.text(intent, "latest_charge").isEmpty()) {
            throw StripeError.refused("", "This PaymentIntent does not have a successful charge to refund.");
        }
        if (left == 0) {
            throw StripeError.refused("charge_already_refunded", "Charge has already been refunded.");
        }
        var amount = form.integer("amount").orElse(left);
        if (amount < 1 || amount > left) {
            throw StripeError.refused(
                    "", "Refund amount (" + amount + ") is greater than unrefunded amount on charge (" + left + ")");
        }
        var refund = account.create("re", "refund")
                .put("amount", amount)
                .put("currency", Json.text(intent, "currency"))
                .put("payment_intent", Json.text(intent, "id"))
                .put("charge", Json.text(intent, "latest_charge"))
                .put("reason", form.text("reason").orElse(null))
                .put("status", "succeeded");
        refund.set("metadata", Json.of(form.entries("metadata")));
        account.store().put(TABLE, Json.text(refund, "id"), refund);
        account.emit("refund.created", refund, request.idempotencyKey());
        Charges.refund(account, Json.text(intent, "latest_charge"), amount);
        return refund;
    }

    private static long refunded(Account account, ObjectNode intent) {
        return account.store().newestFirst(TABLE).stream()
                .filter(refund -> Json.text(refund, "payment_intent").equals(Json.text(intent, "id"))
                        && !Json.text(refund, "status").equals("failed"))
                .mapToLong(refund -> refund.get("amount").asLong())
                .sum();
    }
}
