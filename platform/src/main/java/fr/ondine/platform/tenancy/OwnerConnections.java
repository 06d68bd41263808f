package fr.ondine.platform.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The owner's own way in, for migrations and provisioning: none stays open when there is nothing to do, and what follows
 * at once uses the same again, since the first statements of a connection are the dear ones.
 */
@Component
class OwnerConnections implements DisposableBean {

    private static final int MOST = 10;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HikariDataSource pool = new HikariDataSource();

    OwnerConnections(DatabaseSettings settings) {
        pool.setPoolName("ondine-owner");
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.ownerUsername());
        pool.setPassword(settings.ownerPassword());
        pool.setMaximumPoolSize(MOST);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(IDLE.toMillis());
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setInitializationFailTimeout(-1);
        pool.setDataSourceProperties(OwnerSession.properties(settings.url()));
    }

    DataSource pool() {
        return pool;
    }

    @Override
    public void destroy() {
        pool.close();
    }
}
