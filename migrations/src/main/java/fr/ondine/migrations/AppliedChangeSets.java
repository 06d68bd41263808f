package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The change sets that a schema has received: the state from which a migration starts. */
record AppliedChangeSets(String listing, long count) {

    static final AppliedChangeSets NONE = new AppliedChangeSets("", 0);

    /** Reads the state of one schema, named explicitly. */
    static AppliedChangeSets in(String schema, Connection connection) throws SQLException {
        return exists(schema, connection) ? read(schema, connection) : NONE;
    }

    /** One line for each change set. */
    List<String> names() {
        return listing.lines().toList();
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** How many a schema has received that has received some. */
    static long count(String schema, Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var rows = query.executeQuery("select count(*) from \"" + schema + "\".databasechangelog")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static boolean exists(String schema, Connection connection) throws SQLException {
        // through the index of names: every schema has a table of that name
        var sql = "select to_regclass(quote_ident(?) || '.databasechangelog') is not null";
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, schema);
            try (var rows = query.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static AppliedChangeSets read(String schema, Connection connection) throws SQLException {
        var sql = "select coalesce(string_agg(concat_ws(' ', filename, author, id, md5sum), E'\\n'"
                + " order by filename, author, id), ''), count(*) from \"" + schema + "\".databasechangelog";
        try (var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            rows.next();
            return new AppliedChangeSets(rows.getString(1), rows.getLong(2));
        }
    }
}
