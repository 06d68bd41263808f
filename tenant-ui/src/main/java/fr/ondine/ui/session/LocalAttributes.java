package fr.ondine.ui.session;

import com.vaadin.flow.server.VaadinSession;
import fr.ondine.platform.tenancy.Realm;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The attributes of this process' sessions that cannot leave it: the state of open pages, and their locks. */
final class LocalAttributes {

    private final Map<String, Held> sessions = new ConcurrentHashMap<>();
    private final Clock clock;

    LocalAttributes(Clock clock) {
        this.clock = clock;
    }

    static boolean keeps(String name) {
        return name.startsWith("com.vaadin.") || name.endsWith(".lock");
    }

    @Nullable
    Object get(String session, String name) {
        var held = sessions.get(key(session));
        return held == null ? null : held.attributes().get(name);
    }

    Set<String> names(String session) {
        var held = sessions.get(key(session));
        return held == null ? Set.of() : held.attributes().keySet();
    }

    void put(String session, String name, @Nullable Object value) {
        if (value == null) {
            var held = sessions.get(key(session));
            if (held != null) {
                held.attributes().remove(name);
            }
        } else {
            sessions.computeIfAbsent(key(session), absent -> new Held(clock.instant()))
                    .attributes()
                    .put(name, value);
        }
    }

    void touch(String session, Instant time) {
        var held = sessions.get(key(session));
        if (held != null) {
            held.lastUsed = time;
        }
    }

    void rename(String old, String fresh) {
        var held = sessions.remove(key(old));
        if (held != null) {
            sessions.put(key(fresh), held);
        }
    }

    void drop(String session) {
        unbind(sessions.remove(key(session)));
    }

    void dropUnusedSince(Instant limit) {
        sessions.forEach((key, held) -> {
            if (held.lastUsed.isBefore(limit) && sessions.remove(key, held)) {
                unbind(held);
            }
        });
    }

    private static void unbind(@Nullable Held held) {
        if (held != null) {
            held.attributes().values().stream()
                    .filter(VaadinSession.class::isInstance)
                    .map(VaadinSession.class::cast)
                    .forEach(page -> page.valueUnbound(null));
        }
    }

    private static String key(String session) {
        return Realm.keys() + session;
    }

    private static final class Held {
        private final Map<String, Object> attributes = new ConcurrentHashMap<>();
        private volatile Instant lastUsed;

        Held(Instant lastUsed) {
            this.lastUsed = lastUsed;
        }

        Map<String, Object> attributes() {
            return attributes;
        }
    }
}
