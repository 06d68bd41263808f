package fr.ondine.journeys;

import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/** Everything that the platform announced: what a mailbox would be told, with its links. */
@TestComponent
class Announcements {

    private final List<TenantEvent> all = new CopyOnWriteArrayList<>();

    @EventListener
    void on(TenantEvent event) {
        all.add(event);
    }

    <E extends TenantEvent> E last(Class<E> kind) {
        return all(kind).getLast();
    }

    <E extends TenantEvent> List<E> all(Class<E> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static String link(String path, RawToken token) {
        return path + "?jeton=" + token.value();
    }
}
