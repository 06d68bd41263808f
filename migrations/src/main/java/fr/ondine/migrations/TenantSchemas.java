package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and migrates the schema and the role of a tenant, inside a transaction of the caller. */
final class TenantSchemas {

    private static final String ROLE = """
            do $$ begin
                create role %1$s nologin;
            exception when duplicate_object or unique_violation then null;
            end $$;
            grant %1$s to ondine_app with inherit false, set true;
            create schema if not exists %1$s;
            """;

    /** The same for each tenant: with another path the server would plan the query of the fingerprint again. */
    private static final String AFTERWARDS = ";\nset local search_path = pg_catalog";

    private static final String COPY = "on its way";

    private final Changelog changelog;
    private final SchemaMigration migration;
    private volatile @Nullable Fingerprint expected;

    TenantSchemas(Changelog changelog) {
        this.changelog = changelog;
        this.migration = new SchemaMigration(changelog);
    }

    Changelog changelog() {
        return changelog;
    }

    /** Finds, outside any transaction, the script that brings the tenant to the changelog's end. */
    String scriptFor(TenantSchema tenant, Connection connection) throws SQLException {
        var state = AppliedChangeSets.in(tenant.name(), connection);
        var script = migration.scriptFor(tenant.name(), state, connection);
        if (!state.isEmpty()) {
            return script;
        }
        refuseClosed(tenant, connection);
        return ROLE.formatted(tenant.quoted()) + script;
    }

    /** Beside what a move closed an empty schema would be taken for the tenant's own. */
    private static void refuseClosed(TenantSchema tenant, Connection connection) throws SQLException {
        if (exists(tenant.nameWhenClosed(), connection)) {
            throw new MigrationFailed("the schema of " + tenant.slug() + " is closed by a move");
        }
    }

    /** Brings the tenant's schema to the changelog's end by its script, with its role's rights. */
    void migrate(TenantSchema tenant, String script, Connection connection) throws SQLException {
        var rights = changelog.rights().replace("${schema}", tenant.quoted()).replace("${role}", tenant.quoted());
        migration.run(script, rights + AFTERWARDS, tenant.name(), connection);
    }

    /** Makes the schema and the role, in a state of the past. */
    void create(TenantSchema tenant, String script, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(ROLE.formatted(tenant.quoted()));
            statement.execute("set local search_path = " + tenant.quoted() + ", pg_temp");
            statement.execute(script);
        }
    }

    String scriptFromEmpty(Connection connection) {
        return migration.scriptFromEmpty(connection);
    }

    /** Compares what the schema has become with what the changelog makes from empty. */
    Fingerprint verify(TenantSchema tenant, Fingerprint expected, Connection connection) throws SQLException {
        var actual = Fingerprint.of(tenant.name(), connection);
        if (!actual.equals(expected)) {
            throw new MigrationFailed("unexpected schema, " + actual.firstDifferenceFrom(expected));
        }
        return actual;
    }

    /** What every tenant must look like: the fingerprint of a schema made from empty and taken back at once. */
    synchronized Fingerprint expected(Connection connection) throws SQLException {
        var known = expected;
        return known != null ? known : rehearse(connection);
    }

    private Fingerprint rehearse(Connection connection) throws SQLException {
        var tenant =
                new TenantSchema("rehearsal_" + UUID.randomUUID().toString().replace('-', '_'));
        var script = ROLE.formatted(tenant.quoted()) + migration.scriptFromEmpty(connection);
        Transaction.rehearse(connection, () -> {
            migrate(tenant, script, connection);
            expected = Fingerprint.of(tenant.name(), connection);
        });
        return Objects.requireNonNull(expected);
    }

    /** Lets the owner become the tenant's role; having made a role is not enough for that. */
    static void allowRole(TenantSchema tenant, Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select pg_has_role(current_user, '%s', 'set')".formatted(tenant.name()))) {
            if (rows.next() && rows.getBoolean(1)) {
                return;
            }
            statement.execute("grant %s to current_user with inherit false, set true".formatted(tenant.quoted()));
        }
    }

    /** Marks a schema as a copy that came with a move and was never served. */
    static void mark(TenantSchema tenant, Connection connection) throws SQLException {
        comment(tenant, "'" + COPY + "'", connection);
    }

    static void unmark(TenantSchema tenant, Connection connection) throws SQLException {
        comment(tenant, "null", connection);
    }

    private static void comment(TenantSchema tenant, String words, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("comment on schema %s is %s".formatted(tenant.quoted(), words));
        }
    }

    static boolean isMarked(TenantSchema tenant, Connection connection) throws SQLException {
        return marked(connection).contains(tenant.slug());
    }

    /** The tenants of which there is a copy that was never served. */
    static List<String> marked(Connection connection) throws SQLException {
        return slugs("""
                select substr(n.nspname, length('t_') + 1) from pg_namespace n
                  join pg_description d on d.objoid = n.oid and d.classoid = 'pg_namespace'::regclass
                 where starts_with(n.nspname, 't_') and d.description = '%s'""".formatted(COPY), connection);
    }

    /** The tenants of which there is a closed schema alone. */
    static List<String> closed(Connection connection) throws SQLException {
        return slugs("""
                select slug from (select substr(nspname, length('moved_') + 1) from pg_namespace
                     where starts_with(nspname, 'moved_')) closed (slug)
                 where not exists (select from pg_namespace where nspname = 't_' || slug)""", connection);
    }

    private static List<String> slugs(String sql, Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            var slugs = new ArrayList<String>();
            while (rows.next()) {
                slugs.add(rows.getString(1));
            }
            return slugs;
        }
    }

    /** Takes a schema away from its role, under a name that nobody looks for; what waits for its tables is denied. */
    static void close(TenantSchema tenant, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("revoke all on all tables in schema %1$s from %1$s".formatted(tenant.quoted()));
            statement.execute("alter schema %s rename to %s".formatted(tenant.quoted(), tenant.quotedWhenClosed()));
        }
    }

    /** Gives a schema back that was closed; one that was not stays as it is, and two are for a person to look at. */
    void reopen(TenantSchema tenant, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (exists(tenant.nameWhenClosed(), connection)) {
                refuseBoth(tenant, connection);
                statement.execute("alter schema %s rename to %s".formatted(tenant.quotedWhenClosed(), tenant.quoted()));
                statement.execute("set local search_path = " + tenant.quoted() + ", pg_temp");
                statement.execute(
                        changelog.rights().replace("${schema}", tenant.quoted()).replace("${role}", tenant.quoted()));
            }
        }
    }

    private static void refuseBoth(TenantSchema tenant, Connection connection) throws SQLException {
        if (exists(tenant.name(), connection)) {
            throw new MigrationFailed("there are both " + tenant.name() + " and " + tenant.nameWhenClosed());
        }
    }

    static boolean exists(String schema, Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select exists (select from pg_namespace where nspname = ?)")) {
            query.setString(1, schema);
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** Removes the schema with all that is in it; the role may have another elsewhere on the server. */
    static void dropSchema(TenantSchema tenant, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema if exists %1$s cascade".formatted(tenant.quoted()));
        }
    }

    /** Removes what is kept of a tenant that moved away. */
    static void dropClosed(TenantSchema tenant, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema if exists %1$s cascade".formatted(tenant.quotedWhenClosed()));
        }
    }

    /** Removes the role, unless another database of the same server still needs it. */
    static void dropRole(TenantSchema tenant, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                        drop role if exists %s;
                    exception when dependent_objects_still_exist then null;
                    end $$""".formatted(tenant.quoted()));
        }
    }

    /** How many distinct scripts were written so far. */
    int scriptsWritten() {
        return migration.scriptsWritten();
    }
}
