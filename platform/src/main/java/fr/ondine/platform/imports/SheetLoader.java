package fr.ondine.platform.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;

/** Reads one CSV file row by row into its temporary table; what cannot be understood goes to the refusals. */
final class SheetLoader {

    private final Sheet sheet;
    private final Refusals refusals;
    private final int rest;

    SheetLoader(Sheet sheet, Refusals refusals, int rest) {
        this.sheet = sheet;
        this.refusals = refusals;
        this.rest = rest;
    }

    /** How many rows were understood. */
    long load(InputStream file, Connection connection) throws SQLException, IOException {
        try (var sink = RowSink.into(sheet, connection, rest)) {
            read(file, sink);
            return sink.finish();
        }
    }

    private void read(InputStream file, RowSink sink) throws SQLException {
        try (var csv = CsvText.of(file)) {
            var rows = csv.iterator();
            if (!rows.hasNext()) {
                throw new Refused("empty-file");
            }
            var header = Header.of(rows.next(), sheet, refusals);
            if (header.isComplete()) {
                copy(rows, new RowReader(sheet, header, refusals), sink);
            }
        } catch (CsvParseException malformed) {
            refuse(malformed.getCause() instanceof Refused why ? why : new Refused("malformed"));
        } catch (IOException | UncheckedIOException unreadable) {
            refuse(new Refused("damaged"));
        } catch (Refused why) {
            refuse(why);
        }
    }

    private void refuse(Refused why) {
        refusals.add(sheet.file(), 0, "", "", why);
    }

    private static void copy(Iterator<CsvRecord> rows, RowReader reader, RowSink sink) throws SQLException {
        while (rows.hasNext()) {
            var row = rows.next();
            var values = reader.read(row);
            if (values != null) {
                sink.row(row.getStartingLineNumber(), values);
            }
        }
    }
}
