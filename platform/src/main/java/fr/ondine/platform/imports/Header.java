package fr.ondine.platform.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where each column of a file stands.
 *
 * @param places the place of each column, by its name in the header
 * @param width how many fields a row has
 */
record Header(Map<String, Integer> places, int width, boolean isComplete) {

    static Header of(CsvRecord row, Sheet sheet, Refusals refusals) {
        var places = new HashMap<String, Integer>();
        var before = refusals.count();
        for (int place = 0; place < row.getFieldCount(); place++) {
            var written = row.getField(place).strip();
            var name = name(row, place);
            if (sheet.column(name).isEmpty()) {
                refusals.add(sheet.file(), 1, written, "", new Refused("unknown-column"));
            } else if (places.put(name, place) != null) {
                refusals.add(sheet.file(), 1, written, "", new Refused("repeated-column"));
            }
        }
        sheet.columns().stream()
                .filter(column -> column.required() && !places.containsKey(column.header()))
                .forEach(column -> refusals.add(sheet.file(), 1, column.header(), "", new Refused("missing-column")));
        return new Header(Map.copyOf(places), row.getFieldCount(), refusals.count() == before);
    }

    /** Of a file that was found in order before. */
    static Header of(CsvRecord row) {
        var places = new HashMap<String, Integer>();
        for (int place = 0; place < row.getFieldCount(); place++) {
            places.put(name(row, place), place);
        }
        return new Header(Map.copyOf(places), row.getFieldCount(), true);
    }

    /** Empty where the file leaves the column out. */
    String field(CsvRecord row, String column) {
        var place = places.get(column);
        return place == null ? "" : row.getField(place).strip();
    }

    private static String name(CsvRecord row, int place) {
        return row.getField(place).strip().toLowerCase(Locale.ROOT);
    }
}
