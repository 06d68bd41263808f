package fr.ondine.platform.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import fr.ondine.migrations.Clusters;
import fr.ondine.migrations.OndineDatabase;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One pool for all utilities of a database cluster, and each database as its owner sees it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, ClusterSettings.class})
class DatabaseConfiguration {

    private static final String LOGIN = "ondine_app";

    /** A person waits that long for a page that says the database is away, not for Hikari's half minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * A server plans for disks that seek unless it is told otherwise: a thousand agreements out of a hundred thousand
     * would then be looked for by reading all of them. A name is looked for in the schema that is called as the role in
     * force, and nowhere else.
     */
    private static final String OPTIONS =
            "-c statement_timeout=60000 -c lock_timeout=10000 -c random_page_cost=1.1 -c search_path=\"$user\"";

    @Bean
    ClusterPools clusterPools(ClusterSettings settings) {
        return ClusterPools.of(settings);
    }

    @Bean
    DataSource dataSource(DatabaseSettings settings, ClusterPools others, ObjectProvider<Tenants> tenants) {
        var pool = pool(settings, "ondine");
        var main = common(pool, settings.connections());
        return others.byName().isEmpty() ? main : new ClusterRouting(main, others, tenants::getObject);
    }

    /** A pool that all utilities have in common. */
    static CleanConnections common(HikariDataSource pool, int connections) {
        pool.setMaximumPoolSize(connections);
        // SET LOCAL needs a transaction, so there is none without one
        pool.setAutoCommit(false);
        return new CleanConnections(pool);
    }

    static HikariDataSource pool(DatabaseSettings settings, String name) {
        return pool(settings.url(), settings.appPassword(), name);
    }

    static HikariDataSource pool(String url, String password, String name) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(url);
        pool.setUsername(LOGIN);
        pool.setPassword(password);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setInitializationFailTimeout(-1);
        pool.setDataSourceProperties(ServerProof.properties(url));
        pool.addDataSourceProperty("ApplicationName", name);
        pool.addDataSourceProperty("options", OPTIONS);
        // the row that a rule refused is for no log
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }

    @Bean
    OndineDatabase ondineDatabase(DatabaseSettings settings, OwnerConnections owner) {
        var database = new OndineDatabase(owner.pool());
        if (settings.migrateOnStart()) {
            database.bootstrap(settings.appPassword());
        }
        return database;
    }

    @Bean
    Clusters clusters(OndineDatabase main, ClusterSettings settings, DatabaseSettings all) {
        var clusters = new Clusters(main, settings.owners(), settings.quiet());
        if (all.migrateOnStart()) {
            clusters.bootstrap(settings.appPasswords()); // one that is away stops only those that live there
        }
        return clusters;
    }

    @Bean
    TenantTransactions transactionManager(ObjectProvider<TransactionManagerCustomizers> customizers) {
        var transactions = new TenantTransactions();
        customizers.ifAvailable(each -> each.customize(transactions));
        return transactions;
    }

    @Bean
    HibernatePropertiesCustomizer tenantSessions(DataSource dataSource, DatabaseSettings settings) {
        var shares = new ConnectionShares(settings.connections(), PATIENCE);
        return properties -> properties.putAll(Map.of(
                "hibernate.multi_tenant_connection_provider", new TenantConnections(dataSource, shares),
                "hibernate.tenant_identifier_resolver", new CurrentTenant()));
    }
}
