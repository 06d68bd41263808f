package fr.ondine.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of a schema in an order in which they can be filled: what a row refers to comes before it. */
final class TenantTables {

    /** Liquibase writes its own tables when it makes the schema. */
    private static final String TABLES = """
            select c.relname, a.attname from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             where n.nspname = ? and c.relkind in ('r', 'p') and c.relname not like 'databasechangelog%'
             order by c.relname, a.attnum""";

    private static final String REFERENCES = """
            select c.relname, f.relname from pg_constraint k
              join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
              join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = ? and k.contype = 'f' and k.conrelid <> k.confrelid""";

    private TenantTables() {}

    static List<TenantTable> of(TenantSchema tenant, Connection connection) throws SQLException {
        var columns = pairs(TABLES, tenant, connection);
        var needed = pairs(REFERENCES, tenant, connection);
        var ordered = new ArrayList<TenantTable>();
        var done = new HashSet<String>();
        var waiting = new TreeSet<>(columns.keySet());
        while (!waiting.isEmpty()) {
            var next = firstReady(waiting, needed, done);
            waiting.remove(next);
            done.add(next);
            ordered.add(new TenantTable(next, columns.getOrDefault(next, List.of())));
        }
        return List.copyOf(ordered);
    }

    private static String firstReady(Set<String> waiting, Map<String, List<String>> needed, Set<String> done) {
        return waiting.stream()
                .filter(table -> done.containsAll(needed.getOrDefault(table, List.of())))
                .findFirst()
                .orElseThrow(() -> new MigrationFailed("tables that refer to each other in a circle: " + waiting));
    }

    private static Map<String, List<String>> pairs(String sql, TenantSchema tenant, Connection connection)
            throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, tenant.name());
            try (var rows = query.executeQuery()) {
                var pairs = new TreeMap<String, List<String>>();
                while (rows.next()) {
                    pairs.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                            .add(rows.getString(2));
                }
                return pairs;
            }
        }
    }
}
