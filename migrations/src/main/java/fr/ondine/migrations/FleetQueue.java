package fr.ondine.migrations;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The tenants that wait for one of the workers, and what became of those before them. */
final class FleetQueue {

    private final List<TenantSchema> tenants;
    private final Queue<TenantSchema> waiting;
    private final FleetProgress.Listener listener;
    private final Map<String, TenantOutcome> outcomes = new LinkedHashMap<>();

    FleetQueue(Collection<String> slugs, FleetProgress.Listener listener) {
        this.tenants = slugs.stream().distinct().map(TenantSchema::new).toList();
        this.waiting = new ConcurrentLinkedQueue<>(tenants);
        this.listener = listener;
    }

    int total() {
        return tenants.size();
    }

    Optional<TenantSchema> next() {
        return Optional.ofNullable(waiting.poll());
    }

    synchronized void done(TenantSchema tenant, @Nullable String failure, long begun) {
        var outcome = new TenantOutcome(tenant.slug(), failure, millisecondsSince(begun));
        outcomes.put(tenant.slug(), outcome);
        listener.on(new FleetProgress(outcomes.size(), total(), outcome));
    }

    /** In the order in which the tenants were given. */
    synchronized List<TenantOutcome> outcomes() {
        return tenants.stream()
                .map(tenant -> Optional.ofNullable(outcomes.get(tenant.slug())))
                .flatMap(Optional::stream)
                .toList();
    }

    static long millisecondsSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
