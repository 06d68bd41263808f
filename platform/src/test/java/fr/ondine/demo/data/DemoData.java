package fr.ondine.demo.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the zip that a utility's billing software would hand over; the same day gives the same bytes. */
public final class DemoData {

    static final FileTime STAMP = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private DemoData() {}

    /** Writes the data of a utility as of that day. */
    public static void write(DemoUtility utility, LocalDate today, Path file) throws IOException {
        write(Dossiers.of(new DossierBook(utility, today)), today, file);
    }

    /** Writes the well-known subscribers and a few of their neighbours only. */
    public static void writeFirst(DemoUtility utility, LocalDate today, Path file) throws IOException {
        write(Dossiers.firstOf(new DossierBook(utility, today)), today, file);
    }

    private static void write(Dossiers book, LocalDate today, Path file) throws IOException {
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            zip.setLevel(1);
            CsvSheet.write(zip, book.utility().dialect(), "extraction.csv", "date", sheet -> sheet.row(today));
            HolderSheets.write(zip, book);
            MeterSheets.write(zip, book);
            BillSheets.write(zip, book);
            TariffSheets.write(zip, book.utility(), today);
            if (OldLoginSheet.isKeptBy(book.utility())) {
                OldLoginSheet.write(zip, book);
            }
            var originals = book.dossiers().filter(Dossier::hasPaperOriginals).toList();
            for (var dossier : originals) {
                writeOriginals(zip, dossier);
            }
        }
    }

    private static void writeOriginals(ZipOutputStream zip, Dossier dossier) throws IOException {
        for (var contract : dossier.contracts()) {
            for (var bill : dossier.originals(contract)) {
                zip.putNextEntry(new ZipEntry(bill.pdfPath()).setLastModifiedTime(STAMP));
                zip.write(PaperInvoice.print(dossier, contract, bill));
                zip.closeEntry();
            }
        }
    }
}
