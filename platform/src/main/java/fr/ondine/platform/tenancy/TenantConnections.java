package fr.ondine.platform.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;

/**
 * Hands every tenant a connection of the one pool, within its share; {@link TenantTransactions} makes it that tenant's for
 * one transaction.
 */
final class TenantConnections implements MultiTenantConnectionProvider<String> {

    private static final long serialVersionUID = 1L;

    private final transient DataSource pool;
    private final transient ConnectionShares shares;

    TenantConnections(DataSource pool, ConnectionShares shares) {
        this.pool = pool;
        this.shares = shares;
    }

    @Override
    public Connection getAnyConnection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public Connection getConnection(String tenant) throws SQLException {
        shares.take(tenant);
        try {
            return pool.getConnection();
        } catch (SQLException | RuntimeException none) {
            shares.giveBack(tenant);
            throw none;
        }
    }

    @Override
    public void releaseConnection(String tenant, Connection connection) throws SQLException {
        try {
            connection.close();
        } finally {
            shares.giveBack(tenant);
        }
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }
}
