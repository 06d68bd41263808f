package fr.ondine.platform.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;

/** Reads one CSV file row by row into its temporary table; what cannot be understood goes to the refusals. */
final class SheetLoader {

    private static final int LONGEST_FIELD = 100_000;
    private static final int LONGEST_HEADER = 16_384;

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
        // an undecodable byte becomes U+FFFD here and is refused where it stands
        var text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8), 1 << 16);
        try (var sink = RowSink.into(sheet, connection, rest)) {
            read(text, sink);
            return sink.finish();
        }
    }

    private void read(BufferedReader text, RowSink sink) throws SQLException {
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(text)) {
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

    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        if (text.read() != '\uFEFF') {
            text.reset();
            text.mark(LONGEST_HEADER);
        } else {
            text.mark(LONGEST_HEADER);
        }
        var start = new char[LONGEST_HEADER - 1];
        var length = text.read(start, 0, start.length);
        text.reset();
        for (int i = 0; i < length && start[i] != '\n'; i++) {
            if (start[i] == ';') {
                return ';';
            }
        }
        return ',';
    }
}
