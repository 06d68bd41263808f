package fr.ondine.ui.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** A session whose page state ({@code com.vaadin.*}) stays in this process and whose every other attribute is shared. */
final class HybridSession implements Session {

    private final Session shared;
    private final LocalAttributes local;

    HybridSession(Session shared, LocalAttributes local) {
        this.shared = shared;
        this.local = local;
    }

    Session shared() {
        return shared;
    }

    @Override
    public String getId() {
        return shared.getId();
    }

    @Override
    public String changeSessionId() {
        var old = shared.getId();
        var fresh = shared.changeSessionId();
        local.rename(old, fresh);
        return fresh;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getAttribute(String name) {
        return LocalAttributes.keeps(name) ? (T) local.get(getId(), name) : shared.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        var names = new HashSet<>(shared.getAttributeNames());
        names.addAll(local.names(getId()));
        return names;
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (LocalAttributes.keeps(name)) {
            local.put(getId(), name, value);
        } else if (value == null) {
            shared.removeAttribute(name);
        } else {
            shared.setAttribute(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        setAttribute(name, null);
    }

    @Override
    public Instant getCreationTime() {
        return shared.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        shared.setLastAccessedTime(time);
        local.touch(getId(), time);
    }

    @Override
    public Instant getLastAccessedTime() {
        return shared.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        shared.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return shared.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return shared.isExpired();
    }
}
