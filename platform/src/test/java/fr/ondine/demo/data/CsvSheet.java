package fr.ondine.demo.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** One CSV file of the zip, in the dialect of a billing software. */
final class CsvSheet {

    private final Dialect dialect;
    private final CsvWriter csv;

    private CsvSheet(Dialect dialect, CsvWriter csv) {
        this.dialect = dialect;
        this.csv = csv;
    }

    /** What is written into a sheet. */
    interface Content {
        void writeTo(CsvSheet sheet);
    }

    static void write(ZipOutputStream zip, Dialect dialect, String name, String header, Content content) {
        try {
            zip.putNextEntry(new ZipEntry(name).setLastModifiedTime(DemoData.STAMP));
            Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
            if (dialect.byteOrderMark()) {
                text.write('\uFEFF');
            }
            var csv = CsvWriter.builder().fieldSeparator(dialect.separator()).build(text);
            csv.writeRecord(header.split(","));
            content.writeTo(new CsvSheet(dialect, csv));
            csv.flush();
            text.flush();
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void row(Object... values) {
        csv.writeRecord(Stream.of(values).map(this::text).toArray(String[]::new));
    }

    private String text(Object value) {
        return switch (value) {
            case LocalDate date -> dialect.write(date);
            case BigDecimal number -> dialect.write(number);
            default -> value.toString();
        };
    }

    static Object orEmpty(Object value) {
        return value == null ? "" : value;
    }
}
