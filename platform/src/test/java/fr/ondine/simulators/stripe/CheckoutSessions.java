package fr.ondine.simulators.stripe;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/checkout/sessions}: a payment of one or more lines on the hosted page. */
final class CheckoutSessions {

    static final String TABLE = "checkout/sessions";
    private static final long HALF_HOUR = 30 * 60;
    private static final long DAY = 24 * 60 * 60;
    private static final Schema CREATE = Schema.of(
            "mode!:payment|setup|subscription",
            "success_url!:url",
            "cancel_url:url",
            "client_reference_id",
            "customer",
            "customer_email:email",
            "customer_creation:always|if_required",
            "locale",
            "submit_type:auto|pay|book|donate",
            "expires_at:integer",
            "payment_method_types[]",
            "metadata[*]",
            "line_items[][quantity]:integer",
            "line_items[][price_data][currency]:currency",
            "line_items[][price_data][unit_amount]:integer",
            "line_items[][price_data][product_data][name]",
            "line_items[][price_data][product_data][description]",
            "payment_intent_data[description]",
            "payment_intent_data[receipt_email]:email",
            "payment_intent_data[statement_descriptor]",
            "payment_intent_data[statement_descriptor_suffix]",
            "payment_intent_data[metadata][*]");
    private static final Schema LIST = Schema.of(
            "limit:integer",
            "starting_after",
            "ending_before",
            "customer",
            "payment_intent",
            "status:open|complete|expired");

    private final Supplier<URI> base;

    CheckoutSessions(Supplier<URI> base) {
        this.base = base;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                        "POST",
                        "/v1/checkout/sessions",
                        CREATE,
                        (account, id, request) -> create(account, request.form())),
                Route.of("GET", "/v1/checkout/sessions", LIST, (account, id, request) -> list(account, request.form())),
                Route.of("GET", "/v1/checkout/sessions/{id}", Schema.of(), (account, id, request) -> find(account, id)),
                Route.of(
                        "POST",
                        "/v1/checkout/sessions/{id}/expire",
                        Schema.of(),
                        (account, id, request) -> expire(account, id)));
    }

    /** The session as it is now: one whose time is over has expired. */
    static ObjectNode find(Account account, String id) {
        synchronized (account) {
            var session = account.find(TABLE, "checkout.session", id, "session");
            var over = account.now() >= session.get("expires_at").asLong();
            return over && isOpen(session) ? close(account, session) : session;
        }
    }

    static boolean isOpen(ObjectNode session) {
        return Json.text(session, "status").equals("open");
    }

    static void save(Account account, ObjectNode session) {
        account.store().put(TABLE, Json.text(session, "id"), session);
    }

    private ObjectNode create(Account account, Form form) {
        if (!form.text("mode").orElseThrow().equals("payment")) {
            throw StripeError.invalid("", "mode", "This simulator knows the mode payment only.");
        }
        if (form.text("customer").isPresent() && form.text("customer_email").isPresent()) {
            throw StripeError.invalid(
                    "", "customer_email", "You may only specify one of these parameters: customer, customer_email.");
        }
        form.text("customer").ifPresent(customer -> Customers.find(account, customer, "customer"));
        var amount = LineItems.total(form);
        var session = account.create("cs_" + (account.settings().isLive() ? "live" : "test"), "checkout.session")
                .put("mode", "payment")
                .put("status", "open")
                .put("payment_status", "unpaid")
                .put("amount_subtotal", amount)
                .put("amount_total", amount)
                .put("currency", LineItems.currency(form))
                .put("expires_at", expiry(account, form))
                .putNull("payment_intent");
        List.of("success_url", "cancel_url", "client_reference_id", "customer", "customer_email", "locale")
                .forEach(field -> session.put(field, form.text(field).orElse(null)));
        session.set("metadata", Json.of(form.entries("metadata")));
        session.putArray("payment_method_types").add("card");
        session.put("url", base.get() + "/c/pay/" + Json.text(session, "id"));
        save(account, session);
        account.store().put("intents_data", Json.text(session, "id"), PaymentIntents.data(form));
        return session;
    }

    private static long expiry(Account account, Form form) {
        var earliest = account.now() + HALF_HOUR;
        var latest = account.now() + DAY;
        var expiry = form.integer("expires_at").orElse(latest);
        if (expiry < earliest - 5 || expiry > latest + 5) {
            throw StripeError.invalid(
                    "",
                    "expires_at",
                    "The `expires_at` timestamp must be at least 30 minutes and less than 24 hours from Checkout Session"
                            + " creation.");
        }
        return expiry;
    }

    private static ObjectNode list(Account account, Form form) {
        account.store().newestFirst(TABLE).forEach(session -> find(account, Json.text(session, "id")));
        return Lists.page(
                account,
                TABLE,
                form,
                session -> List.of("customer", "payment_intent", "status").stream()
                        .allMatch(field -> form.text(field)
                                .map(Json.text(session, field)::equals)
                                .orElse(true)));
    }

    static ObjectNode expire(Account account, String id) {
        var session = find(account, id);
        if (!isOpen(session)) {
            throw StripeError.refused(
                    "",
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status"
                            + " of `" + Json.text(session, "status") + "`.");
        }
        return close(account, session);
    }

    private static ObjectNode close(Account account, ObjectNode session) {
        session.put("status", "expired").putNull("url");
        save(account, session);
        account.emit("checkout.session.expired", session, Optional.empty());
        return session;
    }
}
