package fr.ondine.platform.tenancy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The connections of the one pool, each without what its last borrower may have left on it for good: a role, a search
 * path, a time limit, a temporary table. One that cannot be cleaned is closed.
 *
 * <p>A transaction cleans its connection itself, in the round trip in which it becomes a utility's: see
 * {@link TenantTransactions}. Any other borrower's is cleaned here.
 */
final class CleanConnections extends DelegatingDataSource implements AutoCloseable {

    /** Everything but what the driver has prepared, on which it counts. */
    static final String CLEAN = "reset role; reset all; discard temp";

    /** Bound while a transaction begins, whose first statement begins with {@link #CLEAN}. */
    static final ScopedValue<Boolean> BEGINNING = ScopedValue.newInstance();

    private final HikariDataSource pool;

    CleanConnections(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = pool.getConnection();
        if (!BEGINNING.isBound()) {
            clean(connection);
        }
        return connection;
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Not in the borrower's transaction, which might be rolled back, and the cleaning with it. */
    private void clean(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(CLEAN);
            connection.setAutoCommit(false);
        } catch (SQLException refused) {
            pool.evictConnection(connection);
            connection.close();
            throw refused;
        }
    }
}
