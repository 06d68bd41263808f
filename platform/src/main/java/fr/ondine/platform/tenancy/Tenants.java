package fr.ondine.platform.tenancy;

import fr.ondine.migrations.Clusters;
import fr.ondine.platform.kernel.Sentences;
import fr.ondine.platform.tenancy.RegistryReader.Registered;
import fr.ondine.tenantconfig.TenantConfig;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The registry of utilities: who answers on a host, and how each is configured. Re-read when any of it changed. */
@Service
public class Tenants {

    private final RegistryReader registry;
    private final Configurations configurations;
    private final PastConfigurations past;
    private final PortalSettings portal;
    private volatile Registered registered;

    Tenants(RegistryReader registry, Configurations configurations, PastConfigurations past, PortalSettings portal) {
        this.registry = registry;
        this.configurations = configurations;
        this.past = past;
        this.portal = portal;
        this.registered = registry.read();
    }

    /** The utility that has exactly this host name (no port), whether or not its portal is open. */
    public Optional<TenantId> byHost(String host) {
        return Optional.ofNullable(registered.byHost().get(host));
    }

    /** The utility of that short name. */
    public Optional<TenantId> find(String slug) {
        return registered.byId().keySet().stream()
                .filter(known -> known.slug().equals(slug))
                .findFirst();
    }

    /** All utilities, open or not. */
    public Set<TenantId> all() {
        return Set.copyOf(registered.byId().keySet());
    }

    /** What the portal of a utility does now; its schema and its configuration must be what this release needs. */
    public Serving serving(TenantId tenant) {
        var known = registered.byId().get(tenant);
        var serving = known == null ? Serving.MAINTENANCE : known.serving();
        return serving == Serving.OPEN && configuration(tenant).isEmpty() ? Serving.MAINTENANCE : serving;
    }

    /** Why a utility cannot be served though it should; its configuration is read for that. */
    public Optional<Unserved> unserved(TenantId tenant) {
        var known = registered.byId().get(tenant);
        if (known != null && known.isServed()) {
            configurations.of(known);
        }
        return known == null ? Optional.empty() : unserved(known);
    }

    /** The same as far as this node knows already; asks the database nothing. */
    Optional<Unserved> unserved(RegisteredTenant known) {
        return known.unserved()
                .or(() -> known.isServed() && configurations.isUnreadable(known)
                        ? Optional.of(Unserved.UNREADABLE)
                        : Optional.empty());
    }

    /** Whether a utility is a copy that is only looked at: nothing leaves it. */
    public boolean isQuiet(TenantId tenant) {
        var known = registered.byId().get(tenant);
        return known != null && known.isQuiet();
    }

    /** The configuration of the bound utility, or the draft that is being looked at. */
    public TenantConfig current() {
        var tenant = TenantContext.current();
        return Preview.of(tenant).orElseGet(() -> of(tenant));
    }

    /** The configuration of the bound utility that was in force then, or the draft that is being looked at. */
    public TenantConfig at(Instant moment) {
        var tenant = TenantContext.current();
        return Preview.of(tenant)
                .or(() -> Optional.ofNullable(registered.byId().get(tenant)).flatMap(known -> past.of(known, moment)))
                .orElseGet(() -> of(tenant));
    }

    /** The language of the bound utility's own sentences, or the common one where none is bound. */
    public Locale language() {
        return TenantContext.isBound() ? current().languages().getFirst() : Sentences.commonLanguage();
    }

    /** The configuration of a utility; an {@link IllegalStateException} when there is none that can be read. */
    public TenantConfig of(TenantId tenant) {
        return configuration(tenant).orElseThrow(() -> new IllegalStateException("no configuration of " + tenant));
    }

    /** How much of the platform a utility may use. */
    public Limits limits(TenantId tenant) {
        var known = registered.byId().get(tenant);
        if (known == null) {
            throw new IllegalStateException("unknown tenant: " + tenant);
        }
        return known.limits();
    }

    /** Where the bound utility's portal is, for links in mails and redirects: never taken from a request. */
    public String origin() {
        return origin(current());
    }

    /** The same by a configuration of the utility that need not be in force. */
    public String origin(TenantConfig configuration) {
        return portal.originOf(configuration.canonicalHost());
    }

    /** The same at that host of the utility, or at the canonical one when it is none of its hosts. */
    public String originAt(@Nullable String host) {
        return host != null && current().hosts().contains(host) ? portal.originOf(host) : origin();
    }

    /** Re-reads the registry if any utility changed since; cheap enough to be asked every second. */
    @Scheduled(fixedDelayString = "${ondine.registry.poll:1s}")
    public synchronized void refresh() {
        // one at a time: what was read earlier must not replace what was read later
        if (!registry.stamp().equals(registered.stamp())) {
            registered = registry.read();
        }
    }

    /** The name of the cluster where a utility lives, unless that is the main one. */
    @Nullable
    String clusterBeside(TenantId tenant) {
        var known = registered.byId().get(tenant);
        return known == null || known.cluster().equals(Clusters.MAIN) ? null : known.cluster();
    }

    Optional<TenantConfig> configuration(TenantId tenant) {
        return Optional.ofNullable(registered.byId().get(tenant)).flatMap(configurations::of);
    }

    /** The same without asking the database: nothing when nobody asked for it before. */
    Optional<TenantConfig> knownConfiguration(TenantId tenant) {
        return Optional.ofNullable(registered.byId().get(tenant)).flatMap(configurations::known);
    }

    /** What this node knows of all utilities. */
    Collection<RegisteredTenant> registered() {
        return registered.byId().values();
    }

    String nameOf(TenantId tenant) {
        var known = registered.byId().get(tenant);
        return known == null ? "" : known.name();
    }

    boolean canWork(TenantId tenant) {
        var known = registered.byId().get(tenant);
        return known != null && known.canWork();
    }

    /** How many utilities there are, and how many of them may be open. */
    Count count() {
        var open = registered.byId().values().stream()
                .filter(tenant -> tenant.serving() == Serving.OPEN)
                .count();
        return new Count(registered.byId().size(), open);
    }

    record Count(int registered, long open) {}
}
