package fr.ondine.platform.fleet;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.platform.documents.DocumentArchive;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.platform.tenancy.Vault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An import on the other platform to whose commit something happens once its documents are written. */
final class AroundCommit extends DriverManagerDataSource {

    private final OndineDatabase database = new OndineDatabase(this);
    private Event before = Event.NOTHING;
    private Event after = Event.NOTHING;
    private boolean armed;
    private boolean away;

    /** What happens on the connection that commits. */
    @FunctionalInterface
    interface Event {
        Event NOTHING = connection -> {};

        void on(Connection connection) throws SQLException;
    }

    /** Gives the parts of the platform that takes the utility in. */
    @FunctionalInterface
    interface Beans {
        <T> T getBean(Class<T> type);
    }

    /** Takes the database and its owner from properties. */
    AroundCommit(UnaryOperator<String> properties) {
        super(
                properties.apply("ondine.database.url"),
                properties.apply("ondine.database.owner-username"),
                properties.apply("ondine.database.owner-password"));
    }

    AroundCommit happens(Event before, Event after) {
        this.before = before;
        this.after = after;
        armed = false;
        away = false;
        return this;
    }

    /** From now on nobody can connect. */
    void goAway() {
        away = true;
    }

    ImportReport run(ImportOrder order, Beans platform) {
        var imports = new UtilityImport(
                database,
                platform.getBean(FleetDirectory.class),
                platform.getBean(TenantProvisioning.class),
                platform.getBean(DocumentArchive.class),
                platform.getBean(Vault.class),
                platform.getBean(WaitingWork.class),
                platform.getBean(Clock.class));
        return imports.run(order, (step, done) -> armed |= step.equals("documents"));
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (away) {
            throw new SQLException("the server is away");
        }
        var connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (armed && method.getName().equals("commit")) {
                        before.on(connection);
                        connection.commit();
                        after.on(connection);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
