package fr.ondine.demo.data;

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

/** An import file with nothing but very many readings: a hundred of each meter, one a month. */
public final class ReadingsFile {

    public static final int READINGS_OF_A_METER = 100;

    private ReadingsFile() {}

    /** Writes the file into a folder, row by row. */
    public static Path write(Path folder, int meters) throws IOException {
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
            readings(meters, text);
        }
        return file;
    }

    private static void readings(int meters, Writer text) throws IOException {
        var first = LocalDate.of(2016, 1, 31);
        for (int meter = 0; meter < meters; meter++) {
            for (int reading = 0; reading < READINGS_OF_A_METER; reading++) {
                text.write("M" + meter + ";" + first.plusMonths(reading) + ";" + (reading * 7 + meter % 5)
                        + ";telereleve;reel\n");
            }
        }
    }

    private static void entry(ZipOutputStream zip, Writer text, String name, String header) throws IOException {
        text.flush();
        zip.putNextEntry(new ZipEntry(name));
        text.write(header);
    }
}
