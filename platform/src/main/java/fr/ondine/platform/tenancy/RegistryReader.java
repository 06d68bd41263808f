package fr.ondine.platform.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.UtilityState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the registry by connections of its own: a utility's transaction may not see it, and one that waits for a second
 * connection of its own pool might wait for ever.
 */
@Component
class RegistryReader implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryReader.class);

    private final HikariDataSource pool;
    private final JdbcClient database;
    private final TransactionTemplate alone;

    RegistryReader(DatabaseSettings settings, OndineDatabase migrated) {
        pool = DatabaseConfiguration.pool(settings, "ondine-registry");
        pool.setAutoCommit(true);
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(1);
        database = JdbcClient.create(pool);
        alone = new TransactionTemplate(new JdbcTransactionManager(pool));
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Another value whenever any row of the registry was committed since. */
    String stamp() {
        return ask(known -> known.sql("select count(*) || '/' || coalesce(sum(revision), 0) from platform.tenant")
                .query(String.class)
                .single());
    }

    /** Whether the database answers; it waits no longer than for a connection. */
    boolean isThere() {
        try {
            return ask(known -> known.sql("select true").query(Boolean.class).single());
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("the database does not answer: {}", away.getMessage());
            return false;
        }
    }

    Registered read() {
        var stamp = stamp(); // before the rows: what changes between the two is read again
        var byId = new HashMap<TenantId, RegisteredTenant>();
        ask(known -> known.sql(
                                "select slug, name, state, cluster, moving_to, quiet, coalesce(schema_changes, 0) as changes, revision,"
                                        + " requests_per_second, concurrent_jobs, mails_per_day, storage_megabytes from platform.tenant")
                        .query((row, number) -> tenant(row))
                        .list())
                .forEach(tenant -> byId.put(tenant.id(), tenant));
        return new Registered(stamp, Map.copyOf(byId), hosts(byId));
    }

    private static RegisteredTenant tenant(ResultSet row) throws SQLException {
        return new RegisteredTenant(
                new TenantId(row.getString("slug")),
                row.getString("name"),
                UtilityState.valueOf(row.getString("state")),
                row.getString("cluster"),
                row.getString("moving_to") != null,
                row.getBoolean("quiet"),
                row.getInt("changes"),
                row.getLong("revision"),
                new Limits(
                        row.getInt("requests_per_second"),
                        row.getInt("concurrent_jobs"),
                        row.getInt("mails_per_day"),
                        row.getInt("storage_megabytes")));
    }

    @Nullable
    String configuration(TenantId tenant) {
        return ask(known -> known.sql("select configuration from platform.tenant where slug = ?")
                        .param(tenant.slug())
                        .query(String.class)
                        .optional())
                .orElse(null);
    }

    /** Which version of a configuration was in force then, or the first one; empty where none ever was. */
    Optional<Integer> versionAt(TenantId tenant, Instant moment) {
        return ask(known -> known.sql("select coalesce(max(version) filter (where applied_at <= :moment), min(version))"
                        + " from platform.tenant_configuration where slug = :slug")
                .param("slug", tenant.slug())
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                .single());
    }

    String configuration(TenantId tenant, int version) {
        return ask(known -> known.sql(
                        "select configuration from platform.tenant_configuration where slug = ? and version = ?")
                .params(tenant.slug(), version)
                .query(String.class)
                .single());
    }

    /** Whether a host belongs to another utility, in whatever state that is. */
    boolean isTaken(String host, String slug) {
        return ask(known -> known.sql("select exists (select from platform.tenant_host where host = ? and slug <> ?)")
                .params(host, slug)
                .query(Boolean.class)
                .single());
    }

    /** Whether a Stripe account is in another utility's configuration and was not in that of this one before. */
    boolean isAnothers(String account, String slug) {
        return ask(known -> known.sql("""
                        select coalesce(bool_or(slug <> :slug) and not bool_or(slug = :slug), false)
                          from platform.tenant
                         where substring(configuration from '(?n)^[^#]*stripe-account\\W+(acct_[A-Za-z0-9]+)') = :account
                        """)
                .param("slug", slug)
                .param("account", account)
                .query(Boolean.class)
                .single());
    }

    HikariDataSource pool() {
        return pool;
    }

    /** Spring would keep the connection until the end of the utility's transaction that asks, which may be an hour's import. */
    private <T> T ask(Function<JdbcClient, T> question) {
        return Objects.requireNonNull(alone.execute(status -> question.apply(database)));
    }

    private Map<String, TenantId> hosts(Map<TenantId, RegisteredTenant> byId) {
        var byHost = new HashMap<String, TenantId>();
        ask(known -> known.sql("select host, slug from platform.tenant_host")
                        .query((row, number) -> Map.entry(row.getString("host"), new TenantId(row.getString("slug"))))
                        .list())
                .stream()
                .filter(host -> byId.containsKey(host.getValue())
                        && byId.get(host.getValue()).isPublished())
                .forEach(host -> byHost.put(host.getKey(), host.getValue()));
        return Map.copyOf(byHost);
    }

    @Override
    public void destroy() {
        pool.close();
    }

    /** The registry as it was at one stamp. */
    record Registered(String stamp, Map<TenantId, RegisteredTenant> byId, Map<String, TenantId> byHost) {}
}
