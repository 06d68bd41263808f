package fr.ondine.platform.tenancy;

import org.springframework.stereotype.Component;

/** The operators' console as seen from outside: a host of its own, reserved and bound to no utility. */
@Component
public class Console {

    private final ConsoleSettings settings;
    private final PortalSettings portal;

    Console(ConsoleSettings settings, PortalSettings portal) {
        this.settings = settings;
        this.portal = portal;
    }

    /** The console's host name; an {@link IllegalStateException} when this platform has no console. */
    public String host() {
        if (settings.host() == null) {
            throw new IllegalStateException("ondine.console.host is not set: there is no console");
        }
        return settings.host();
    }

    /** Where the console is, for links in mails: never taken from a request. */
    public String origin() {
        return portal.originOf(host());
    }

    /** Where the portal at that host of a utility is. */
    public String portalAt(String host) {
        return portal.originOf(host);
    }

    /**
     * Whether a host is one of the platform's own names, as {@code siegvo.ondine.fr} or {@code ondine.fr} beside
     * {@code console.ondine.fr}: who may have it is for operators to say. Without such a console, every host is.
     */
    public boolean isBeside(String host) {
        var parent = settings.host() == null ? "" : settings.host().replaceFirst("^[^.]*", "");
        return parent.isEmpty() || ("." + host).endsWith(parent);
    }

    boolean isAt(String host) {
        return host.equals(settings.host());
    }
}
