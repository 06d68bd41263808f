package fr.ondine.simulators.stripe;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/customers}. */
final class Customers {

    static final String TABLE = "customers";
    private static final List<String> TEXTS = List.of("name", "email", "phone", "description");
    private static final Schema WRITE = Schema.of("name", "email:email", "phone", "description", "metadata[*]");

    private Customers() {}

    static List<Route> routes() {
        return List.of(
                Route.of(
                        "POST",
                        "/v1/customers",
                        WRITE,
                        (account, id, request) -> write(account, blank(account), request.form())),
                Route.of(
                        "POST",
                        "/v1/customers/{id}",
                        WRITE,
                        (account, id, request) -> write(account, find(account, id, "id"), request.form())),
                Route.of("GET", "/v1/customers/{id}", Schema.of(), (account, id, request) -> find(account, id, "id")),
                Route.of(
                        "GET",
                        "/v1/customers",
                        Schema.of("email:email", "limit:integer", "starting_after", "ending_before"),
                        (account, id, request) -> Lists.page(
                                account,
                                TABLE,
                                request.form(),
                                customer -> request.form()
                                        .text("email")
                                        .map(Json.text(customer, "email")::equals)
                                        .orElse(true))));
    }

    static ObjectNode find(Account account, String id, String param) {
        return account.find(TABLE, "customer", id, param);
    }

    private static ObjectNode blank(Account account) {
        var customer = account.create("cus", "customer").put("balance", 0).put("delinquent", false);
        TEXTS.forEach(customer::putNull);
        customer.putObject("metadata");
        return customer;
    }

    private static ObjectNode write(Account account, ObjectNode customer, Form form) {
        TEXTS.forEach(field -> form.text(field).ifPresent(value -> customer.put(field, value)));
        ((ObjectNode) customer.get("metadata")).setAll(Json.of(form.entries("metadata")));
        account.store().put(TABLE, Json.text(customer, "id"), customer);
        return customer;
    }
}
