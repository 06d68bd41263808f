package fr.ondine.simulators.stripe;

import java.util.List;

/** {@code /v1/events}: what happened on the account, newest first. */
final class Events {

    private static final Schema LIST = Schema.of(
            "limit:integer",
            "starting_after",
            "ending_before",
            "type",
            "types[]",
            "created[gt]:integer",
            "created[gte]:integer",
            "created[lt]:integer",
            "created[lte]:integer");

    private Events() {}

    static List<Route> routes() {
        return List.of(
                Route.of(
                        "GET",
                        "/v1/events/{id}",
                        Schema.of(),
                        (account, id, request) -> account.find("events", "event", id, "id")),
                Route.of("GET", "/v1/events", LIST, (account, id, request) -> {
                    var form = request.form();
                    var types = form.members("types").stream()
                            .map(name -> form.text(name).orElseThrow())
                            .toList();
                    return Lists.page(account, "events", form, event -> {
                        var type = Json.text(event, "type");
                        var created = event.get("created").asLong();
                        return (types.isEmpty() || types.contains(type))
                                && form.text("type").map(type::equals).orElse(true)
                                && form.integer("created[gt]")
                                        .map(after -> created > after)
                                        .orElse(true)
                                && form.integer("created[gte]")
                                        .map(from -> created >= from)
                                        .orElse(true)
                                && form.integer("created[lt]")
                                        .map(before -> created < before)
                                        .orElse(true)
                                && form.integer("created[lte]")
                                        .map(until -> created <= until)
                                        .orElse(true);
                    });
                }));
    }
}
