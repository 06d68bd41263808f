package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of utilities: what each is made of and how far its schema is. */
final class Registry {

    /** A tenant that lives in another database is for that one to migrate. */
    private static final String IS_THERE = "cluster <> 'main' or schema_changes is not null"
            + " and coalesce(schema_version = ?, false) or coalesce(schema_changes > ?, false)";

    private Registry() {}

    /** Takes the short name, and tells whether it was free: of two who add the same at once, one waits and is told. */
    static boolean insert(Registration utility, UtilityState first, Connection connection) throws SQLException {
        return update(
                        connection,
                        "insert into platform.tenant (slug, state, name, configuration) values (?, ?, ?, ?)"
                                + " on conflict (slug) do nothing",
                        new TenantSchema(utility.slug()).slug(),
                        first.name(),
                        utility.name(),
                        utility.configuration())
                == 1;
    }

    /** Writes who the tenant is, with a version more when its configuration is another; hosts it had are let go. */
    static void register(Registration utility, UtilityState first, Connection connection) throws SQLException {
        var slug = new TenantSchema(utility.slug()).slug();
        update(connection, """
                insert into platform.tenant (slug, state, name, configuration) values (?, ?, ?, ?)
                on conflict (slug) do update set configuration = excluded.configuration, name = excluded.name,
                    updated_at = now(), configuration_version = tenant.configuration_version + 1
                    where tenant.configuration <> excluded.configuration""", slug, first.name(), utility.name(), utility.configuration());
        var hosts = connection.createArrayOf("text", utility.hosts().toArray());
        update(connection, "delete from platform.tenant_host where slug = ? and host <> all (?)", slug, hosts);
        update(connection, """
                insert into platform.tenant_host (slug, host) select ?, unnest(cast(? as text[]))
                except select slug, host from platform.tenant_host""", slug, hosts);
        update(connection, """
                insert into platform.tenant_configuration (slug, version, configuration, applied_by, reason)
                select slug, configuration_version, configuration, ?, ? from platform.tenant where slug = ?
                on conflict do nothing""", utility.by(), utility.reason(), slug);
    }

    /** Makes sure that the tenant has a row, and says there that its schema is being made. */
    static void provisioning(TenantSchema tenant, Connection connection) throws SQLException {
        update(connection, """
                insert into platform.tenant (slug, state) values (?, 'PROVISIONING')
                on conflict (slug) do update set state = excluded.state, updated_at = now()
                    where tenant.state in ('DRAFT', 'FAILED')""", tenant.slug());
    }

    /** Leads the utility from any of those states to another, and tells whether it was in one of them. */
    static boolean change(String slug, UtilityState to, Connection connection) throws SQLException {
        var from = Arrays.stream(UtilityState.values())
                .filter(state -> state.next().contains(to))
                .map(Enum::name)
                .toArray();
        return update(connection, """
                update platform.tenant set state = ?, updated_at = now(), delete_after = null
                where slug = ? and state = any (?) and deletion_begun_at is null""", to.name(), slug, connection.createArrayOf("text", from)) == 1;
    }

    static void limit(String slug, int requests, int jobs, int mails, int megabytes, Connection connection)
            throws SQLException {
        update(
                connection,
                "update platform.tenant set requests_per_second = ?, concurrent_jobs = ?, mails_per_day = ?,"
                        + " storage_megabytes = ?, updated_at = now() where slug = ?",
                requests,
                jobs,
                mails,
                megabytes,
                slug);
    }

    /** Sets or clears the moment of deletion of an archived utility, and tells whether there is one. */
    static boolean deleteAfter(String slug, @Nullable Instant moment, Connection connection) throws SQLException {
        var time = moment == null ? null : moment.atOffset(ZoneOffset.UTC);
        var sql = "update platform.tenant set delete_after = cast(? as timestamptz), updated_at = now()"
                + " where slug = ? and state = 'ARCHIVED' and deletion_begun_at is null";
        return update(connection, sql, time, slug) == 1;
    }

    /** Begins the deletion for good, which from then on cannot be taken back; tells whether it may begin. */
    static boolean beginDeletion(String slug, Connection connection) throws SQLException {
        var sql =
                "update platform.tenant set deletion_begun_at = coalesce(deletion_begun_at, now()), updated_at = now()"
                        + " where slug = ? and state = 'ARCHIVED' and delete_after is not null and moving_to is null";
        return update(connection, sql, slug) == 1;
    }

    /** Removes an archived utility whose deletion was asked for, with its hosts and jobs; tells whether it was there. */
    static boolean forget(TenantSchema tenant, Connection connection) throws SQLException {
        update(connection, "delete from platform.tenant_host where slug = ?", tenant.slug());
        update(
                connection,
                "delete from platform.scheduled_tasks where starts_with(task_instance, ?)",
                tenant.slug() + "/");
        var sql = "delete from platform.tenant where slug = ? and state = 'ARCHIVED' and delete_after is not null";
        return update(connection, sql, tenant.slug()) == 1;
    }

    /** The state of a utility, or empty when there is none of that name. */
    static String state(String slug, Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select state from platform.tenant where slug = ?")) {
            query.setString(1, slug);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    /** The version of the configuration in force, 0 without such a utility; nobody else changes it meanwhile. */
    static int lockedVersion(String slug, Connection connection) throws SQLException {
        var sql = "select configuration_version from platform.tenant where slug = ? for update";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, slug);
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    /** Writes down what an operator did. */
    static void audit(String actor, String action, String slug, String detail, Connection connection)
            throws SQLException {
        update(
                connection,
                "insert into platform.operator_audit (actor, action, slug, detail) values (?, ?, ?, ?)",
                actor,
                action,
                slug,
                detail);
    }

    /** A tenant that is not up to date, and the version of its schema, if it has one. */
    record Behind(String slug, @Nullable String version) {}

    /**
     * The tenants that have or are to have a schema in this database, and whose schema is not at the end of that
     * changelog. One that has received more change sets is served by this release as well, and not its to migrate.
     */
    static List<Behind> behind(Changelog changelog, Connection connection) throws SQLException {
        var sql = "select slug, schema_version from platform.tenant where not (" + IS_THERE + ")"
                + " and state not in ('DRAFT', 'ARCHIVED') order by slug";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, changelog.version());
            query.setLong(2, changelog.changeSets());
            try (var rows = query.executeQuery()) {
                var tenants = new ArrayList<Behind>();
                while (rows.next()) {
                    tenants.add(new Behind(rows.getString(1), rows.getString(2)));
                }
                return tenants;
            }
        }
    }

    /** Whether the platform's schema was ever made. */
    static boolean exists(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var rows = query.executeQuery("select to_regclass('platform.tenant') is not null")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /**
     * How far a tenant is: whether it is served, whether its schema is at the end of a changelog, or further, and whether
     * it is on its way to another database.
     */
    record Standing(boolean served, boolean there, boolean moving) {}

    static Standing standing(Changelog changelog, TenantSchema tenant, Connection connection) throws SQLException {
        var sql = "select state not in ('DRAFT', 'FAILED'), " + IS_THERE + ", moving_to is not null"
                + " from platform.tenant where slug = ?";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, changelog.version());
            query.setLong(2, changelog.changeSets());
            query.setString(3, tenant.slug());
            try (var rows = query.executeQuery()) {
                return rows.next()
                        ? new Standing(rows.getBoolean(1), rows.getBoolean(2), rows.getBoolean(3))
                        : new Standing(false, false, false);
            }
        }
    }

    /** Records success; a tenant that staff suspended stays suspended. */
    static void ready(TenantSchema tenant, Changelog changelog, String fingerprint, Connection connection)
            throws SQLException {
        update(connection, """
                update platform.tenant set schema_version = ?, schema_changes = ?, schema_fingerprint = ?,
                    last_error = null, updated_at = now(),
                    state = case when state in ('SUSPENDED', 'ARCHIVED') then state else 'READY' end
                where slug = ?""", changelog.version(), (int) changelog.changeSets(), fingerprint, tenant.slug());
    }

    /** Records a failure; a tenant that worked keeps its version and its portal. */
    static void failed(TenantSchema tenant, String reason, Connection connection) throws SQLException {
        update(connection, """
                update platform.tenant set last_error = ?, updated_at = now(),
                    state = case state when 'PROVISIONING' then 'FAILED' else state end
                where slug = ?""", reason, tenant.slug());
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
