package fr.ondine.platform.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The rows of a CSV file, with a byte order mark or without, whichever separator its header has. */
final class CsvText {

    private static final int LONGEST_FIELD = 100_000;
    private static final int LONGEST_HEADER = 16_384;

    private CsvText() {}

    static CsvReader<CsvRecord> of(InputStream file) throws IOException {
        // an undecodable byte becomes U+FFFD here and is refused where it stands
        var text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8), 1 << 16);
        return CsvReader.builder()
                .fieldSeparator(separator(text))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(text);
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
