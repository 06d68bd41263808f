package fr.ondine.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file costs time in proportion to its rows, and no memory. */
class ManyReadingsTests extends ImportTest {

    private static final int READINGS_OF_A_METER = 100;
    private static final long MEGABYTE = 1 << 20;

    @Test
    void twenty_thousand_readings_arrive() throws IOException {
        load(200);
    }

    @Test
    @Tag("long")
    void a_million_readings_take_no_more_memory_than_a_few() throws IOException {
        load(10_000);
    }

    private void load(int meters) throws IOException {
        var zip = write(meters);
        var begun = System.nanoTime();
        try (var heap = HeapWatch.start()) {
            var report = load(zip);
            assertThat(report.refusals()).isEmpty();
            assertThat(heap.growth()).isLessThan(64 * MEGABYTE);
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        var rows = meters * READINGS_OF_A_METER;
        assertThat(count("reading")).isEqualTo(rows);
        assertThat(rows / seconds).as("readings a second").isGreaterThan(2_000);
    }

    private Path write(int meters) throws IOException {
        var file = folder.resolve("many.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file));
                var text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8))) {
            entry(zip, text, "points_de_service.csv", "reference;local;service;adresse;code_postal;ville\n");
            for (int meter = 0; meter < meters; meter++) {
                text.write("P" + meter + ";L1;eau;1 rue des Lilas;57130;Gravelotte\n");
            }
            entry(zip, text, "compteurs.csv", "numero_serie;roues;point_de_service;pose_le;index_pose\n");
            for (int meter = 0; meter < meters; meter++) {
                text.write("M" + meter + ";6;P" + meter + ";2015-01-01;0\n");
            }
            entry(zip, text, "releves.csv", "compteur;date;index;source;qualite\n");
            var first = LocalDate.of(2016, 1, 31);
            for (int meter = 0; meter < meters; meter++) {
                for (int reading = 0; reading < READINGS_OF_A_METER; reading++) {
                    text.write("M" + meter + ";" + first.plusMonths(reading) + ";" + (reading * 7 + meter % 5)
                            + ";telereleve;reel\n");
                }
            }
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, Writer text, String name, String header) throws IOException {
        text.flush();
        zip.putNextEntry(new ZipEntry(name));
        text.write(header);
    }
}
