package fr.ondine.simulators.stripe;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Delivers an account's events in the background, signed and with retries, as badly as a test asks for. */
public final class Webhooks implements AutoCloseable {

    private static final String TABLE = "deliveries";
    private static final List<Duration> RETRIES = List.of(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1));

    private final AccountSettings settings;
    private final Store store;
    private final Clock clock;
    private final List<Thread> running = new ArrayList<>();
    private boolean held;
    private Duration delay = Duration.ZERO;
    private int copies = 1;

    Webhooks(AccountSettings settings, Store store, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        pending().forEach(this::start);
    }

    /** From now on nothing leaves until {@link #release}. */
    public synchronized void hold() {
        held = true;
    }

    /** Everything held leaves, one after the other, the last first when reversed; later events leave at once. */
    public synchronized void release(boolean reversed) {
        held = false;
        var waiting = pending();
        var ordered = reversed ? waiting.reversed() : waiting;
        run(() -> ordered.forEach(this::attempt));
    }

    /** Every delivery waits this long first. */
    public synchronized void delay(Duration wait) {
        delay = wait;
    }

    /** Every event is delivered this often, at the same time. */
    public synchronized void copies(int count) {
        copies = count;
    }

    /** Delivers an event again, whatever became of it before. */
    public synchronized void resend(String event) {
        deliver(store.find("events", event).orElseThrow(() -> StripeError.noSuch("event", event, "id")));
    }

    /** Whether nothing is under way any more. */
    public synchronized boolean areDone() {
        return pending().isEmpty();
    }

    synchronized void deliver(ObjectNode event) {
        if (settings.webhookUrl().isEmpty()) {
            return;
        }
        for (var copy = 0; copy < copies; copy++) {
            var delivery = Json.object()
                    .put("id", Json.id("whd"))
                    .put("event", Json.text(event, "id"))
                    .put("type", Json.text(event, "type"))
                    .put("state", "pending")
                    .put("attempts", 0);
            save(delivery);
            if (!held) {
                start(delivery);
            }
        }
    }

    @Override
    public synchronized void close() {
        running.forEach(Thread::interrupt);
    }

    private List<ObjectNode> pending() {
        return store.newestFirst(TABLE).reversed().stream()
                .filter(delivery -> Json.text(delivery, "state").equals("pending"))
                .toList();
    }

    private void start(ObjectNode delivery) {
        run(() -> attempt(delivery));
    }

    private synchronized void run(Runnable work) {
        running.removeIf(thread -> !thread.isAlive());
        running.add(Thread.startVirtualThread(work));
    }

    private void attempt(ObjectNode delivery) {
        try {
            Thread.sleep(delay);
            for (var retry : RETRIES) {
                if (post(delivery)) {
                    return;
                }
                Thread.sleep(retry);
            }
            save(delivery.put("state", "failed"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean post(ObjectNode delivery) {
        var event = store.find("events", Json.text(delivery, "event")).orElseThrow();
        delivery.put("attempts", delivery.get("attempts").asInt() + 1);
        try {
            var status = WebhookPost.send(
                    settings.webhookUrl().orElseThrow(),
                    event.toString(),
                    settings.webhookSecret(),
                    clock.instant().getEpochSecond());
            delivery.put("status", status);
            if (status >= 200 && status < 300) {
                delivery.put("state", "delivered");
            }
        } catch (IOException e) {
            delivery.put("failure", e.toString());
        }
        save(delivery);
        return Json.text(delivery, "state").equals("delivered");
    }

    private void save(ObjectNode delivery) {
        store.put(TABLE, Json.text(delivery, "id"), delivery);
    }
}
