package fr.ondine.simulators.stripe;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/disputes}: a payer who has his bank take a settled payment back, and what the bank decides. */
final class Disputes {

    private static final String TABLE = "disputes";

    private Disputes() {}

    static List<Route> routes() {
        return List.of(
                Route.of(
                        "GET",
                        "/v1/disputes/{id}",
                        Schema.of(),
                        (account, id, request) -> account.find(TABLE, "dispute", id, "id")),
                Route.of(
                        "GET",
                        "/v1/disputes",
                        Schema.of("charge", "payment_intent", "limit:integer", "starting_after", "ending_before"),
                        (account, id, request) -> Lists.page(
                                account,
                                TABLE,
                                request.form(),
                                dispute -> List.of("charge", "payment_intent").stream()
                                        .allMatch(field -> request.form()
                                                .text(field)
                                                .map(Json.text(dispute, field)::equals)
                                                .orElse(true)))));
    }

    /** A dispute bears no metadata of the payment that it is about. */
    static void open(Account account, String intent, long cents) {
        synchronized (account) {
            var charge = account.find(
                    Charges.TABLE,
                    "charge",
                    Json.text(PaymentIntents.find(account, intent), "latest_charge"),
                    "charge");
            account.store().put(Charges.TABLE, Json.text(charge, "id"), charge.put("disputed", true));
            var dispute = account.create("du", "dispute")
                    .put("amount", cents)
                    .put("currency", Json.text(charge, "currency"))
                    .put("charge", Json.text(charge, "id"))
                    .put("payment_intent", intent)
                    .put("status", "needs_response");
            dispute.putObject("metadata");
            save(account, dispute, "charge.dispute.created");
        }
    }

    /** What the bank decides on every dispute about a payment. */
    static void close(Account account, String intent, boolean won) {
        synchronized (account) {
            account.store().newestFirst(TABLE).stream()
                    .filter(dispute -> Json.text(dispute, "payment_intent").equals(intent))
                    .map(dispute -> dispute.put("status", won ? "won" : "lost"))
                    .forEach(dispute -> save(account, dispute, "charge.dispute.closed"));
        }
    }

    private static void save(Account account, ObjectNode dispute, String event) {
        account.store().put(TABLE, Json.text(dispute, "id"), dispute);
        account.emit(event, dispute, Optional.empty());
    }
}
