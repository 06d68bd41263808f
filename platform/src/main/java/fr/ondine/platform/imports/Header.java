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
            var name = row.getField(place).strip().toLowerCase(Locale.ROOT);
            if (sheet.column(name).isEmpty()) {
                refusals.add(sheet.file(), 1, name, "", new Refused("unknown-column"));
            } else if (places.put(name, place) != null) {
                refusals.add(sheet.file(), 1, name, "", new Refused("repeated-column"));
            }
        }
        sheet.columns().stream()
                .filter(column -> column.required() && !places.containsKey(column.header()))
                .forEach(column -> refusals.add(sheet.file(), 1, column.header(), "", new Refused("missing-column")));
        return new Header(Map.copyOf(places), row.getFieldCount(), refusals.count() == before);
    }
}
