package fr.ondine.platform.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Turns the login role, which may do nothing, into the bound utility's role for the length of one transaction.
 *
 * <p>The role is local to the transaction, and what an earlier one left on the connection goes first, so no transaction
 * meets another utility's. The schema is that of the role's name, by the search path that every connection has for good:
 * were the path set by each transaction, the driver would forget at each what it has prepared.
 */
final class TenantTransactions extends JpaTransactionManager {

    private static final long serialVersionUID = 1L;

    private static final String BECOME = "; select set_config('role', ?, true)";

    /** Before anything else: a setting that was left behind has decided otherwise when the transaction began. */
    private static final String WRITING = "set transaction read write; ";

    private static final String READING = "set transaction read only; ";

    /** A write asks for its lock before it learns that it may not: it must not wait for the copy to end. */
    private static final String AT_ONCE = "; set local lock_timeout = '200ms'";

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (TenantContext.looking().isPresent() && !definition.isReadOnly()) {
            throw new OnlyLooking();
        }
        ScopedValue.where(CleanConnections.BEGINNING, true).run(() -> begin(transaction, definition));
    }

    private void begin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            become(access(definition) + CleanConnections.CLEAN);
        } catch (RuntimeException refused) {
            giveUp(transaction, refused);
            throw refused;
        }
    }

    private static String access(TransactionDefinition definition) {
        if (TenantContext.isReading() || TenantContext.looking().isPresent()) {
            return READING;
        }
        return definition.isReadOnly() ? "" : WRITING;
    }

    private void become(String clean) {
        var pool = Objects.requireNonNull(getDataSource());
        var connection = DataSourceUtils.getConnection(pool);
        try (var statement = statement(clean, connection)) {
            statement.execute();
        } catch (SQLException refused) {
            throw new UncategorizedSQLException("begin", clean, refused);
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }

    private static PreparedStatement statement(String clean, Connection connection) throws SQLException {
        if (!TenantContext.isBound()) {
            return connection.prepareStatement(clean);
        }
        var statement = connection.prepareStatement(clean + BECOME + (TenantContext.isReading() ? AT_ONCE : ""));
        statement.setString(1, TenantContext.current().role());
        return statement;
    }

    /** Otherwise this thread would go on in the refused transaction, whoever it works for next. */
    private void giveUp(Object transaction, RuntimeException refused) {
        var begun = (EntityManagerHolder) TransactionSynchronizationManager.getResource(obtainEntityManagerFactory());
        try {
            Objects.requireNonNull(begun).getEntityManager().getTransaction().rollback();
        } catch (RuntimeException broken) {
            refused.addSuppressed(broken); // as when the connection is gone, which is what the caller should learn
        } finally {
            doCleanupAfterCompletion(transaction);
        }
    }
}
