package fr.ondine.bench;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;

/** COPY of what a run wrote, into tables with the same indexes that nobody checks, by one connection and one commit each. */
record BillingFloor(BilledUtility utility, LocalDate issuedOn) {

    private static final String OF_THAT_DAY = " where invoice_id in (select id from invoice where issued_on = '%s')";
    private static final String ENTRIES = " where %s in (select id from ledger_entry where effective_on = '%s')";

    /** What is copied of each table. */
    private Map<String, String> tables() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("invoice", " where issued_on = '" + issuedOn + "'");
        tables.put("invoice_line", OF_THAT_DAY.formatted(issuedOn));
        tables.put("invoice_meter", OF_THAT_DAY.formatted(issuedOn));
        tables.put("ledger_entry", " where effective_on = '" + issuedOn + "'");
        tables.put("posting", ENTRIES.formatted("entry_id", issuedOn));
        return tables;
    }

    /** How many rows, and how long they took. */
    record Figures(long rows, double seconds) {}

    Figures copy() throws Exception {
        var files = new LinkedHashMap<String, Path>();
        try (var connection = utility.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set search_path = " + utility.schema());
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : tables().entrySet()) {
                var name = table.getKey();
                files.put(name, Files.createTempFile("floor", name));
                try (var file = Files.newOutputStream(files.get(name))) {
                    copies.copyOut("copy (select * from " + name + table.getValue() + ") to stdout", file);
                }
                statement.execute("create table floor_%1$s (like %1$s including indexes)".formatted(name));
            }
            long rows = 0;
            var begun = System.nanoTime();
            for (Map.Entry<String, Path> table : files.entrySet()) {
                try (InputStream file = Files.newInputStream(table.getValue())) {
                    rows += copies.copyIn("copy floor_" + table.getKey() + " from stdin", file, 1 << 16);
                }
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            for (var table : files.entrySet()) {
                statement.execute("drop table floor_" + table.getKey());
                Files.delete(table.getValue());
            }
            return new Figures(rows, seconds);
        }
    }
}
