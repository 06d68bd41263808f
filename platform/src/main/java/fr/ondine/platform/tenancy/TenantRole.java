package fr.ondine.platform.tenancy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Turns the login role, which may do nothing, into the bound utility's role for the length of one transaction.
 *
 * <p>Both settings are local to the transaction, so nothing of a utility stays on a pooled connection.
 */
@Component
class TenantRole implements TransactionExecutionListener {

    private static final String BECOME = "select set_config('role', ?, true), set_config('search_path', ?, true)";

    private final DataSource dataSource;

    TenantRole(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && TenantContext.isBound()) {
            become(TenantContext.current());
        }
    }

    private void become(TenantId tenant) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try (var statement = connection.prepareStatement(BECOME)) {
            statement.setString(1, tenant.role());
            statement.setString(2, tenant.schema());
            statement.execute();
        } catch (SQLException refused) {
            throw new UncategorizedSQLException("become " + tenant, BECOME, refused);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
