package fr.ondine.simulators.stripe;

import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** A page of a list, newest first, as Stripe cuts it. */
final class Lists {

    private Lists() {}

    static ObjectNode page(Account account, String table, Form form, Predicate<ObjectNode> filter) {
        var all = account.store().newestFirst(table).stream().filter(filter).toList();
        var start = form.text("starting_after").map(id -> indexOf(all, id) + 1).orElse(0);
        var end = form.text("ending_before").map(id -> indexOf(all, id)).orElse(all.size());
        var limit = form.integer("limit").orElse(10L).intValue();
        if (limit < 1 || limit > 100) {
            throw StripeError.invalid("", "limit", "This value must be between 1 and 100 (inclusive).");
        }
        var page =
                all.subList(start, Math.max(start, end)).stream().limit(limit).toList();
        var list = Json.object().put("object", "list").put("url", "/v1/" + table);
        list.put("has_more", start + page.size() < Math.max(start, end));
        list.putArray("data").addAll(page);
        return list;
    }

    private static int indexOf(List<ObjectNode> all, String id) {
        for (var i = 0; i < all.size(); i++) {
            if (Json.text(all.get(i), "id").equals(id)) {
                return i;
            }
        }
        throw StripeError.noSuch("object", id, "starting_after");
    }
}
