package fr.ondine.platform.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads files again, that were understood once, for fields as they stand there: what is staged of them is normalised. */
record Quotation(Archive archive, List<Sheet> sheets) {

    Map<Cell, String> of(Collection<Cell> cells) {
        var fields = new HashMap<Cell, String>();
        cells.stream()
                .collect(Collectors.groupingBy(Cell::file))
                .forEach((file, wanted) -> read(sheet(file), wanted, fields));
        return fields;
    }

    private Sheet sheet(String file) {
        return sheets.stream()
                .filter(sheet -> sheet.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private void read(Sheet sheet, List<Cell> cells, Map<Cell, String> fields) {
        var byLine = cells.stream().collect(Collectors.groupingBy(Cell::line));
        try (var in = archive.sheet(sheet.file()).orElseThrow();
                var csv = CsvText.of(in)) {
            var rows = csv.iterator();
            var header = Header.of(rows.next());
            while (rows.hasNext() && !byLine.isEmpty()) {
                var row = rows.next();
                var wanted = byLine.remove(row.getStartingLineNumber());
                if (wanted != null) {
                    wanted.forEach(cell -> fields.put(cell, shown(sheet, cell, header.field(row, cell.column()))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(Sheet sheet, Cell cell, String field) {
        return Refusals.shortened(
                sheet.column(cell.column()).orElseThrow().shown().apply(field));
    }
}
