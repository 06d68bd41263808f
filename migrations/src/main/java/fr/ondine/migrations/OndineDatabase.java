package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database of one platform, as its owner sees it: prepared, peopled with utilities and kept up to date. */
public final class OndineDatabase {

    static final Changelog TENANT = Changelog.read("db/tenant/changelog.yaml", "db/tenant/rights.sql");

    private final DataSource owner;
    private final Changelog changelog;
    private final FleetMigrator fleet;

    /** Works with connections of a role that may create roles and schemas. */
    public OndineDatabase(DataSource owner) {
        this(owner, TENANT);
    }

    OndineDatabase(DataSource owner, Changelog changelog) {
        this.owner = owner;
        this.changelog = changelog;
        this.fleet = new FleetMigrator(owner, changelog);
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
        asOwner(connection ->
                Transaction.run(connection, () -> register(utility, UtilityState.PROVISIONING, connection)));
    }

    /**
     * The same for a utility that is known, when the configuration in force is still that version: what somebody else
     * put there meanwhile stays. Tells the version that is in force now.
     */
    public int replace(Registration utility, int seen) {
        var inForce = new AtomicInteger();
        asOwner(connection -> Transaction.run(connection, () -> {
            if (Registry.lockedVersion(utility.slug(), connection) != seen) {
                throw new VersionNotInForce(utility.slug(), seen);
            }
            register(utility, UtilityState.PROVISIONING, connection);
            inForce.set(Registry.lockedVersion(utility.slug(), connection));
        }));
        return inForce.get();
    }

    /** The same for a utility that is new; {@link AlreadyRegistered} leaves the one that has its short name alone. */
    public void add(Registration utility) {
        add(utility, UtilityState.PROVISIONING);
    }

    /** The same for one that is only being prepared: it gets its schema by {@link #provision} alone. */
    public void draft(Registration utility) {
        add(utility, UtilityState.DRAFT);
    }

    private void add(Registration utility, UtilityState first) {
        asOwner(connection -> Transaction.run(connection, () -> {
            if (!Registry.insert(utility, first, connection)) {
                throw new AlreadyRegistered(utility.slug());
            }
            register(utility, first, connection);
        }));
    }

    private static void register(Registration utility, UtilityState first, Connection connection) throws SQLException {
        Registry.register(utility, first, connection);
        Registry.audit(utility.by(), "configured", utility.slug(), utility.reason(), connection);
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

    /** Sets how much of the platform a utility may use: requests a second, jobs at once, mails a day, megabytes. */
    public void limit(String slug, int requests, int jobs, int mails, int megabytes, String by) {
        asOwner(connection -> Transaction.run(connection, () -> {
            Registry.limit(slug, requests, jobs, mails, megabytes, connection);
            var detail = "%d requests/s, %d jobs, %d mails/day, %d MB".formatted(requests, jobs, mails, megabytes);
            Registry.audit(by, "limited", slug, detail, connection);
        }));
    }

    /** Sets the moment from which an archived utility may be deleted, or takes it back. */
    public void deleteAfter(String slug, @Nullable Instant moment, String by) {
        asOwner(connection -> Transaction.run(connection, () -> {
            if (!Registry.deleteAfter(slug, moment, connection)) {
                throw new StateNotAllowed(slug, Registry.state(slug, connection), UtilityState.ARCHIVED);
            }
            var action = moment == null ? "deletion withdrawn" : "deletion asked for";
            Registry.audit(by, action, slug, moment == null ? "" : "possible after " + moment, connection);
        }));
    }

    /** Writes down what an operator did that changes nothing in the registry by itself. */
    public void audit(String by, String action, String slug, String detail) {
        asOwner(connection -> Registry.audit(by, action, slug, detail, connection));
    }

    DataSource owner() {
        return owner;
    }

    /** Where whole utilities leave and arrive. */
    public Transfers transfers() {
        return new Transfers(owner, changelog);
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
        return migrateAll(FleetProgress.Listener.NOBODY);
    }

    /** The same, telling after each utility how far it is. */
    public FleetReport migrateAll(FleetProgress.Listener listener) {
        try {
            return fleet.migrate(fleet.behind(), listener);
        } catch (SQLException e) {
            throw new MigrationFailed("the registry cannot be read", e);
        }
    }

    /** Brings one registered utility up to date, as after a failure; one that is put away must be resumed first. */
    public FleetReport migrate(String slug) {
        return migrate(slug, FleetProgress.Listener.NOBODY);
    }

    /** The same, telling when it is done. */
    public FleetReport migrate(String slug, FleetProgress.Listener listener) {
        refuseAbsent(slug);
        return fleet.migrate(List.of(slug), listener);
    }

    private void refuseAbsent(String slug) {
        asOwner(connection -> {
            var state = Registry.state(slug, connection);
            if (state.isEmpty() || state.equals(UtilityState.ARCHIVED.name())) {
                throw new StateNotAllowed(slug, state, UtilityState.READY);
            }
        });
    }

    /** What {@link #bootstrap} and {@link #migrateAll} would do, with all SQL; changes nothing. */
    public FleetPlan plan() {
        try (var connection = owner.getConnection()) {
            return FleetPlanner.plan(changelog, connection);
        } catch (SQLException e) {
            throw new MigrationFailed("the plan cannot be made", e);
        }
    }

    /** What {@link #bootstrap} and {@link #migrate} of one utility would do; changes nothing. */
    public FleetPlan plan(String slug) {
        refuseAbsent(slug);
        return plan().only(slug);
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
