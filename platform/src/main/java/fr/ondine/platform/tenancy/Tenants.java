package fr.ondine.platform.tenancy;

import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.tenantconfig.TenantConfigReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The registry of utilities: who answers on a host, and how each is configured. Held in memory, re-read when it changed. */
@Service
public class Tenants {

    private final JdbcClient database;
    private final PortalSettings portal;
    private volatile Snapshot snapshot;

    Tenants(JdbcClient database, PortalSettings portal, fr.ondine.migrations.OndineDatabase migrated) {
        this.database = database;
        this.portal = portal;
        this.snapshot = read(stamp());
    }

    /** The utility that answers on exactly this host name (no port). */
    public Optional<TenantId> byHost(String host) {
        return Optional.ofNullable(snapshot.byHost().get(host));
    }

    /** The configuration of the bound utility. */
    public TenantConfig current() {
        return of(TenantContext.current());
    }

    public TenantConfig of(TenantId tenant) {
        var found = snapshot.byId().get(tenant);
        if (found == null) {
            throw new IllegalStateException("unknown tenant: " + tenant);
        }
        return found.configuration();
    }

    public Collection<TenantId> all() {
        return List.copyOf(snapshot.byId().keySet());
    }

    /** Where the bound utility's portal is, for links in mails and redirects: never taken from a request. */
    public String origin() {
        return portal.originOf(current().canonicalHost());
    }

    /** Re-reads the registry if any utility changed since. */
    @Scheduled(fixedDelayString = "${ondine.registry.poll:1s}")
    public synchronized void refresh() {
        // one at a time: what was read earlier must not replace what was read later
        var stamp = stamp();
        if (!stamp.equals(snapshot.stamp())) {
            snapshot = read(stamp);
        }
    }

    private String stamp() {
        return database.sql("select count(*) || '@' || coalesce(max(updated_at)::text, '-') from platform.tenant")
                .query(String.class)
                .single();
    }

    private Snapshot read(String stamp) {
        var tenants = database.sql(
                        "select slug, configuration from platform.tenant where state = 'READY' order by slug")
                .query((row, number) -> new Tenant(
                        new TenantId(row.getString("slug")), TenantConfigReader.read(row.getString("configuration"))))
                .list();
        var byHost = new HashMap<String, TenantId>();
        tenants.forEach(
                tenant -> tenant.configuration().hosts().forEach(host -> byHost.putIfAbsent(host, tenant.id())));
        return new Snapshot(
                stamp, tenants.stream().collect(Collectors.toMap(Tenant::id, tenant -> tenant)), Map.copyOf(byHost));
    }

    private record Snapshot(String stamp, Map<TenantId, Tenant> byId, Map<String, TenantId> byHost) {}
}
