package fr.ondine.simulators.stripe;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** {@code expand[]}: ids that a caller wants to see as the objects they name. */
final class Expansion {

    private static final Map<String, String> TABLES =
            Map.of("payment_intent", PaymentIntents.TABLE, "latest_charge", Charges.TABLE, "customer", Customers.TABLE);

    private Expansion() {}

    static ObjectNode of(Account account, ObjectNode object, Form form) {
        form.members("expand")
                .forEach(name -> expand(
                        account,
                        object,
                        name,
                        List.of(form.text(name).orElse("").split("\\."))));
        return object;
    }

    private static void expand(Account account, ObjectNode object, String parameter, List<String> path) {
        var field = path.getFirst();
        var table = TABLES.get(field);
        if (table == null || !object.has(field)) {
            throw StripeError.invalid("", parameter, "This property cannot be expanded (" + field + ").");
        }
        if (object.get(field).isString()) {
            account.store().find(table, Json.text(object, field)).ifPresent(found -> object.set(field, found));
        }
        if (path.size() > 1 && object.get(field) instanceof ObjectNode expanded) {
            expand(account, expanded, parameter, path.subList(1, path.size()));
        }
    }
}
