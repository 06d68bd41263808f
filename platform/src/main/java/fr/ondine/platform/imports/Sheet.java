package fr.ondine.platform.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One CSV file of the format: its name, the temporary table it is loaded into, its columns and its key.
 *
 * @param key names of the columns that make two rows the same thing
 * @param whole what is made of a row of which each field was understood
 */
record Sheet(String file, String table, List<String> key, List<Column> columns, WholeRow whole) {

    Sheet(String file, String table, List<String> key, List<Column> columns) {
        this(file, table, key, columns, WholeRow.AS_IT_IS);
    }

    Optional<Column> column(String header) {
        return columns.stream().filter(column -> column.header().equals(header)).findFirst();
    }

    /** The table lives as long as the import's transaction. */
    String createTable() {
        return "create temporary table " + table + " (line bigint not null, "
                + columns.stream().map(Column::definition).collect(Collectors.joining(", ")) + ") on commit drop";
    }

    String copy() {
        return "copy " + table + " from stdin";
    }

    /** The rows whose key stands on an earlier line of the same file. */
    String repeatedKeys() {
        var names = String.join(", ", key);
        return "select line from (select line, row_number() over (partition by " + names
                + " order by line) as occurrence from " + table + ") numbered where occurrence > 1 order by line";
    }

    /** The headers of the key. */
    List<String> keyHeaders() {
        return key.stream().map(this::headerOf).toList();
    }

    private String headerOf(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .map(Column::header)
                .orElseThrow();
    }
}
