package fr.ondine.simulators.stripe;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** One Stripe account: its key, what it holds and where its webhooks go. */
public final class Account {

    static final String API_VERSION = "2026-07-29.dahlia";

    private final AccountSettings settings;
    private final Clock clock;
    private final Store store;
    private final Idempotency idempotency;
    private final Webhooks webhooks;

    Account(AccountSettings settings, Journal journal, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        store = new Store(settings.id(), journal);
        idempotency = new Idempotency(store);
        webhooks = new Webhooks(settings, store, clock);
    }

    /** The controls of this account's webhooks. */
    public Webhooks webhooks() {
        return webhooks;
    }

    /** The ids of the events of a type, the last first. */
    public List<String> events(String type) {
        return store.newestFirst("events").stream()
                .filter(event -> Json.text(event, "type").equals(type))
                .map(event -> Json.text(event, "id"))
                .toList();
    }

    AccountSettings settings() {
        return settings;
    }

    Store store() {
        return store;
    }

    Idempotency idempotency() {
        return idempotency;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    ObjectNode create(String prefix, String object) {
        return Json.object()
                .put("id", Json.id(prefix))
                .put("object", object)
                .put("created", now())
                .put("livemode", settings.isLive());
    }

    ObjectNode find(String table, String kind, String id, String param) {
        return store.find(table, id).orElseThrow(() -> StripeError.noSuch(kind, id, param));
    }

    /** Records that something happened and hands it to the webhooks. */
    void emit(String type, ObjectNode object, Optional<String> idempotencyKey) {
        var event = create("evt", "event").put("api_version", API_VERSION).put("type", type);
        event.put("pending_webhooks", settings.webhookUrl().isPresent() ? 1 : 0);
        if (settings.platform().isPresent()) {
            event.put("account", settings.id());
        }
        event.putObject("data").set("object", object.deepCopy());
        event.putObject("request").put("idempotency_key", idempotencyKey.orElse(null));
        store.put("events", Json.text(event, "id"), event);
        webhooks.deliver(event);
    }
}
