package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** The database of one platform, as its owner sees it: prepared, peopled with utilities and kept up to date. */
public final class OndineDatabase {

    private static final Changelog TENANT = Changelog.read("db/tenant/changelog.yaml", "db/tenant/rights.sql");

    private final DataSource owner;
    private final FleetMigrator fleet;

    /** Works with connections of a role that may create roles and schemas. */
    public OndineDatabase(DataSource owner) {
        this.owner = owner;
        this.fleet = new FleetMigrator(owner, TENANT);
    }

    /** Makes or updates the schema {@code platform} and the login role {@code ondine_app} with its password. */
    public void bootstrap(String appPassword) {
        asOwner(connection -> new Bootstrap().run(appPassword, connection));
    }

    /**
     * Writes a utility into the registry, or puts another configuration and other hosts in force there. One that is new
     * gets its schema by {@link #provision} or, after a crash, by the next {@link #migrateAll}.
     */
    public void register(Registration utility) {
        register(utility, UtilityState.PROVISIONING);
    }

    /** The same for a utility that is only being prepared: it gets its schema by {@link #provision} alone. */
    public void draft(Registration utility) {
        register(utility, UtilityState.DRAFT);
    }

    private void register(Registration utility, UtilityState first) {
        asOwner(connection -> Transaction.run(connection, () -> {
            Registry.register(utility, first, connection);
            Registry.audit(utility.by(), "configured", utility.slug(), utility.reason(), connection);
        }));
    }

    /** Leads a utility to another state, which the one that it is in must allow. */
    public void change(String slug, UtilityState to, String by, String reason) {
        asOwner(connection -> Transaction.run(connection, () -> {
            if (!Registry.change(slug, to, connection)) {
                throw new StateNotAllowed(slug, Registry.state(slug, connection), to);
            }
            Registry.audit(by, to.name().toLowerCase(Locale.ROOT), slug, reason, connection);
        }));
    }

    /** How many change sets the schema of a utility must have received for this release to serve it. */
    public static int neededChanges() {
        return (int) TENANT.changeSets();
    }

    /** Makes the schema and the role of one utility, or brings them up to date; fails with the reason. */
    public void provision(String slug) {
        fleet.migrate(List.of(slug)).failures().forEach(outcome -> {
            throw new MigrationFailed(outcome.slug() + ": " + outcome.failure());
        });
    }

    /** Brings every registered utility up to date; one query when there is nothing to do. */
    public FleetReport migrateAll() {
        try {
            return fleet.migrate(fleet.behind());
        } catch (SQLException e) {
            throw new MigrationFailed("the registry cannot be read", e);
        }
    }

    private interface Work {
        void run(Connection connection) throws SQLException;
    }

    private void asOwner(Work work) {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(true);
            work.run(connection);
        } catch (SQLException e) {
            throw new MigrationFailed("the platform's schema", e);
        }
    }
}
