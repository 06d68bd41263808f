package fr.ondine.platform.identity;

import fr.ondine.platform.tenancy.TenantEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/** What would be mailed: every event of identity, in order. */
@TestComponent
class Mailbox {

    private final List<TenantEvent> events = new CopyOnWriteArrayList<>();

    @EventListener
    void on(TenantEvent event) {
        events.add(event);
    }

    <E extends TenantEvent> E last(Class<E> kind) {
        return all(kind).getLast();
    }

    <E extends TenantEvent> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    void empty() {
        events.clear();
    }
}
