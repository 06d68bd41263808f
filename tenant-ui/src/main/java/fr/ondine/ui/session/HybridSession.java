package fr.ondine.ui.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** A session whose page state ({@code com.vaadin.*}) stays in this process and whose every other attribute is shared. */
final class HybridSession implements Session {

    /** Since when it has the name that it has; see {@link #namedAt()}. */
    static final String NAMED = HybridSession.class.getName() + ".named";

    private final Session shared;
    private final LocalAttributes local;
    private final Clock clock;
    private boolean changed;

    private HybridSession(Session shared, LocalAttributes local, Clock clock, boolean changed) {
        this.shared = shared;
        this.local = local;
        this.clock = clock;
        this.changed = changed;
    }

    static HybridSession fresh(Session shared, LocalAttributes local, Clock clock) {
        return new HybridSession(shared, local, clock, true);
    }

    static HybridSession found(Session shared, LocalAttributes local, Clock clock) {
        return new HybridSession(shared, local, clock, false);
    }

    Session shared() {
        return shared;
    }

    /** Whether anything is to be saved: it is tried when the answer leaves and when the request ends. */
    boolean isChanged() {
        return changed;
    }

    void saved() {
        changed = false;
    }

    private Session changing() {
        changed = true;
        return shared;
    }

    @Override
    public String getId() {
        return shared.getId();
    }

    @Override
    public String changeSessionId() {
        var old = shared.getId();
        var fresh = changing().changeSessionId();
        local.rename(old, fresh);
        shared.setAttribute(NAMED, clock.instant());
        return fresh;
    }

    /** When it began: it gets another name whenever a person shows who they are. */
    Instant namedAt() {
        Instant named = shared.getAttribute(NAMED);
        return named == null ? shared.getCreationTime() : named;
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
            remove(name);
        } else {
            changing().setAttribute(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        setAttribute(name, null);
    }

    /** What is not there need not go: Spring Security takes a refusal away after each sign-in, which would be saved again. */
    private void remove(String name) {
        if (shared.getAttribute(name) != null) {
            changing().removeAttribute(name);
        }
    }

    @Override
    public Instant getCreationTime() {
        return shared.getCreationTime();
    }

    /** What an open page says by itself is no use of its session. */
    @Override
    public void setLastAccessedTime(Instant time) {
        if (!OpenPage.speaks()) {
            changing().setLastAccessedTime(time);
            local.touch(getId(), time);
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return shared.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        changing().setMaxInactiveInterval(interval);
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
