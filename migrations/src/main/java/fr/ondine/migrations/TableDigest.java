package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** How many rows a table has and what they come to, whatever their order: equal on two servers if nothing was lost. */
record TableDigest(long rows, String sum) {

    static TableDigest of(TenantTable table, TenantSchema tenant, Connection connection) throws SQLException {
        var columns = table.columns().stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        var sql = "select count(*), coalesce(sum(('x' || substr(md5(row(" + columns
                + ")::text), 1, 15))::bit(60)::bigint)," + " 0)::text from " + tenant.quoted() + ".\"" + table.name()
                + '"';
        try (var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            rows.next();
            return new TableDigest(rows.getLong(1), rows.getString(2));
        }
    }
}
