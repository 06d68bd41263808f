package fr.ondine.migrations;

import java.util.List;
import java.util.stream.Collectors;

/** A table of a utility's schema with the columns that hold its data, in their order. */
public record TenantTable(String name, List<String> columns) {

    public TenantTable {
        columns = List.copyOf(columns);
    }

    /** The table in its schema with its columns, as COPY names them. */
    String in(TenantSchema tenant) {
        var named = columns.stream().map(TenantTable::quoted).collect(Collectors.joining(", ", " (", ")"));
        return name(tenant) + named;
    }

    String name(TenantSchema tenant) {
        return tenant.quoted() + "." + quoted(name);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
