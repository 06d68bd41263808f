package fr.ondine.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The door by which whole utilities leave this database and come into it. */
public final class Transfers {

    /** How long the server may need to notice that an attempt died. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

    private final DataSource owner;
    private final TenantSchemas schemas;

    Transfers(DataSource owner, Changelog changelog) {
        this.owner = owner;
        this.schemas = new TenantSchemas(changelog);
    }

    /** Fills the schema of a utility that arrives. */
    @FunctionalInterface
    public interface Loading {
        void load(SchemaArrival schema) throws IOException;
    }

    /** Opens a view of a utility that no later change reaches; the caller closes it. */
    public SchemaSnapshot snapshot(String slug) {
        try {
            return SchemaSnapshot.open(new TenantSchema(slug), owner.getConnection());
        } catch (SQLException e) {
            throw new MigrationFailed("the data of " + slug + " cannot be read", e);
        }
    }

    /**
     * Waits until nobody works for a utility that is at rest, and has not for longer than any node takes to notice that;
     * tells whether that came to pass in time. A job whose process died is not worked on.
     */
    public boolean restsWithin(String slug, Duration patience) {
        try (var connection = owner.getConnection()) {
            return new UtilityRest(new TenantSchema(slug), connection, MovePatience.QUIET).comesWithin(patience);
        } catch (SQLException e) {
            throw new MigrationFailed("the work of " + slug + " cannot be seen", e);
        }
    }

    /** What the registry knows of a utility beside its configuration in force. */
    public UtilityPast pastOf(String slug) {
        try (var connection = owner.getConnection()) {
            return ArrivalRegistry.pastOf(slug, connection);
        } catch (SQLException e) {
            throw new MigrationFailed("the registry cannot be read", e);
        }
    }

    /**
     * Registers a utility, makes its schema in the state that it had elsewhere, has it filled and brings it up to date:
     * all in one transaction. {@code before} runs while nobody else can do the same, and before anything is written.
     */
    public void admit(Arrival arrival, Runnable before, Loading loading) throws IOException {
        var tenant = new TenantSchema(arrival.utility().slug());
        try (var connection = owner.getConnection();
                var _ = AdvisoryLock.on(tenant.name(), connection)) {
            refuseKnown(tenant, connection);
            var script = script(arrival, connection);
            before.run();
            var expected = schemas.expected(connection);
            Transaction.run(connection, () -> {
                ArrivalRegistry.register(arrival, connection);
                fill(tenant, script, loading, connection);
                var fingerprint = schemas.verify(tenant, expected, connection);
                Registry.ready(tenant, schemas.changelog(), fingerprint.digest(), connection);
            });
        } catch (SQLException e) {
            throw new MigrationFailed(tenant.slug() + " could not be taken in", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What is done beside the database when an arrival ends; it may find that it cannot be done. */
    @FunctionalInterface
    public interface Ending {
        void end(boolean isHere) throws IOException;
    }

    /**
     * Tells, after an arrival that failed, whether the utility is here all the same: the answer to a commit can be lost.
     * Nobody else can take it in meanwhile, and the attempt that failed has ended in the server. Nothing is told when
     * that cannot be known.
     */
    public void settle(String slug, Ending ending) throws IOException {
        var tenant = new TenantSchema(slug);
        try (var connection = owner.getConnection()) {
            Transaction.rehearse(connection, () -> {
                waitFor(tenant, connection);
                end(ending, isKnown(tenant, connection));
            });
        } catch (SQLException e) {
            throw new MigrationFailed("whether " + slug + " is here cannot be known", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void waitFor(TenantSchema tenant, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = " + ENDS_WITHIN.toMillis());
        }
        AdvisoryLock.untilTheEndOfTheTransaction(tenant.name(), connection);
    }

    private static void end(Ending ending, boolean isHere) {
        try {
            ending.end(isHere);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What leads an empty schema to the state that it is filled in, and from there to the end. */
    private record Path(List<String> changeSets, String before, String after) {}

    private Path script(Arrival arrival, Connection connection) throws SQLException {
        var script = CutScript.of(schemas.scriptFromEmpty(connection));
        var names = arrival.changeSets().stream().map(Transfers::name).collect(Collectors.toSet());
        var unknown = names.stream()
                .filter(name -> !script.changeSets().containsKey(name))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownChangeSets(unknown);
        }
        return new Path(arrival.changeSets(), script.upTo(names), script.after(names));
    }

    /** The digest stands at the end. */
    private static String name(String changeSet) {
        return changeSet.substring(0, Math.max(0, changeSet.lastIndexOf(' ')));
    }

    private void fill(TenantSchema tenant, Path path, Loading loading, Connection connection) throws SQLException {
        schemas.create(tenant, path.before(), connection);
        refuseOtherTexts(tenant, path, connection);
        try {
            loading.load(new SchemaArrival(tenant, connection));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var statement = connection.createStatement()) {
            statement.execute("set constraints all immediate"); // a table with checks to come cannot be altered
        }
        schemas.migrate(tenant, path.after(), connection);
        try (var statement = connection.createStatement()) {
            for (var table : TenantTables.of(tenant, connection)) {
                statement.execute("analyze " + table.in(tenant));
            }
        }
    }

    private static void refuseOtherTexts(TenantSchema tenant, Path path, Connection connection) throws SQLException {
        var ours = AppliedChangeSets.in(tenant.name(), connection)
                .listing()
                .lines()
                .toList();
        var others =
                path.changeSets().stream().filter(line -> !ours.contains(line)).toList();
        if (!others.isEmpty()) {
            throw new UnknownChangeSets(others);
        }
    }

    private static void refuseKnown(TenantSchema tenant, Connection connection) throws SQLException {
        if (isKnown(tenant, connection)) {
            throw new AlreadyHere(tenant.slug());
        }
    }

    private static boolean isKnown(TenantSchema tenant, Connection connection) throws SQLException {
        var sql = "select exists (select from platform.tenant where slug = ?)"
                + " or exists (select from pg_namespace where nspname = ?)";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, tenant.slug());
            query.setString(2, tenant.name());
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
