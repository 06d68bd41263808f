package fr.ondine.platform.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a row into what is stored of it. */
final class RowReader {

    private static final char UNDECODABLE = '\uFFFD';

    private final Sheet sheet;
    private final Header header;
    private final List<Column> columns;
    private final int[] places;
    private final Refusals refusals;

    RowReader(Sheet sheet, Header header, Refusals refusals) {
        this.sheet = sheet;
        this.header = header;
        this.columns = sheet.columns();
        this.places = columns.stream()
                .mapToInt(column -> header.places().getOrDefault(column.header(), -1))
                .toArray();
        this.refusals = refusals;
    }

    /** The values in the order of the sheet's columns, or null when a field of the row was refused. */
    @Nullable
    String @Nullable [] read(CsvRecord row) {
        if (row.getFieldCount() != header.width()) {
            var why = new Refused("field-count", header.width(), row.getFieldCount());
            refusals.add(sheet.file(), row.getStartingLineNumber(), "", "", why);
            return null;
        }
        var values = new @Nullable String[columns.size()];
        var understood = true;
        for (int i = 0; i < values.length; i++) {
            var field = places[i] < 0 ? "" : row.getField(places[i]).strip();
            try {
                values[i] = value(columns.get(i), field);
            } catch (Refused why) {
                var column = columns.get(i);
                var shown = column.shown().apply(field);
                refusals.add(sheet.file(), row.getStartingLineNumber(), column.header(), shown, why);
                understood = false;
            }
        }
        return understood && completed(row, values) ? values : null;
    }

    private boolean completed(CsvRecord row, @Nullable String[] values) {
        try {
            sheet.whole().complete(values);
            return true;
        } catch (RowRefused refused) {
            var shown = sheet.column(refused.column()).orElseThrow().shown().apply(header.field(row, refused.column()));
            refusals.add(sheet.file(), row.getStartingLineNumber(), refused.column(), shown, refused.why());
            return false;
        }
    }

    private static @Nullable String value(Column column, String field) {
        if (field.isEmpty()) {
            if (column.required()) {
                throw new Refused("empty");
            }
            return null;
        }
        for (int i = 0; i < field.length(); i++) {
            if (field.charAt(i) == UNDECODABLE) {
                throw new Refused("not-utf-8");
            }
            if (field.charAt(i) < ' ' && field.charAt(i) != '\n' && field.charAt(i) != '\r') {
                throw new Refused("control-character");
            }
        }
        return column.reader().read(field);
    }
}
