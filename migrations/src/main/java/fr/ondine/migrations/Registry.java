package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The table of utilities: what each is made of and how far its schema is. */
final class Registry {

    private Registry() {}

    /** Writes who the tenant is; a host that it had and has no more is let go. */
    static void register(TenantSchema tenant, String configuration, Collection<String> hosts, Connection connection)
            throws SQLException {
        var slug = tenant.slug();
        update(connection, """
                insert into platform.tenant (slug, state, configuration) values (?, 'PROVISIONING', ?)
                on conflict (slug) do update set configuration = excluded.configuration, updated_at = now(),
                    configuration_version = tenant.configuration_version + 1
                    where tenant.configuration <> excluded.configuration""", slug, configuration);
        var kept = connection.createArrayOf("text", hosts.toArray());
        update(connection, "delete from platform.tenant_host where slug = ? and host <> all (?)", slug, kept);
        update(connection, """
                insert into platform.tenant_host (slug, host) select ?, unnest(cast(? as text[]))
                except select slug, host from platform.tenant_host""", slug, kept);
    }

    /** Makes sure that the tenant has a row. */
    static void add(TenantSchema tenant, Connection connection) throws SQLException {
        update(
                connection,
                "insert into platform.tenant (slug, state) values (?, 'PROVISIONING') on conflict do nothing",
                tenant.slug());
    }

    /** The tenants, among those named or among all, whose schema is not of the given version. */
    static List<String> behind(String version, Connection connection) throws SQLException {
        var sql = "select slug from platform.tenant where schema_version is distinct from ? order by slug";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, version);
            try (var rows = query.executeQuery()) {
                var slugs = new ArrayList<String>();
                while (rows.next()) {
                    slugs.add(rows.getString(1));
                }
                return slugs;
            }
        }
    }

    static boolean isAt(String version, TenantSchema tenant, Connection connection) throws SQLException {
        var sql = "select 1 from platform.tenant where slug = ? and schema_version = ?";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, tenant.slug());
            query.setString(2, version);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Records success; a tenant that staff suspended stays suspended. */
    static void ready(TenantSchema tenant, String version, String fingerprint, Connection connection)
            throws SQLException {
        update(connection, """
                update platform.tenant set schema_version = ?, schema_fingerprint = ?, last_error = null,
                    updated_at = now(), state = case state when 'SUSPENDED' then state else 'READY' end
                where slug = ?""", version, fingerprint, tenant.slug());
    }

    /** Records a failure; a tenant that worked keeps its version and its portal. */
    static void failed(TenantSchema tenant, String reason, Connection connection) throws SQLException {
        update(connection, """
                update platform.tenant set last_error = ?, updated_at = now(),
                    state = case state when 'PROVISIONING' then 'FAILED' else state end
                where slug = ?""", reason, tenant.slug());
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
