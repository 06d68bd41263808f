package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.Registration;
import fr.ondine.testing.Utilities;
import fr.ondine.testing.services.Services;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the command prints, and how it ends. */
class ImportCommandTests {

    static final String SLUG = "import_command";
    static final String HEADER = "reference;nature;nom\n";

    @TempDir
    Path folder;

    @Test
    void ends_with_0_when_the_data_are_in_and_with_1_when_they_were_refused() throws IOException {
        provision();
        var accepted = run(SLUG, zip(HEADER + "T1;particulier;Petit\n"));
        assertThat(accepted.status()).isZero();
        assertThat(accepted.printed()).contains("Import accepté", "titulaires.csv, lignes lues : 1, ajoutées : 1");

        var refused = run(SLUG, zip(HEADER + "T2;robot;Petit\n"));
        assertThat(refused.status()).isOne();
        assertThat(refused.printed()).contains("titulaires.csv, ligne 2, colonne nature, « robot »");
    }

    @Tag("long")
    @Test
    void a_utility_that_nobody_knows_is_no_mistake_of_the_data() throws IOException {
        assertThat(run("nowhere", zip(HEADER)).status()).isEqualTo(2);
    }

    @Test
    void wants_a_utility_and_a_file_that_is_there() {
        assertThat(ImportCommand.run("import", "--tenant", SLUG)).isEqualTo(2);
        assertThat(ImportCommand.run(
                        "import", "--tenant", SLUG, folder.resolve("absent.zip").toString()))
                .isEqualTo(2);
    }

    private record Ending(int status, String printed) {}

    private static Ending run(String slug, Path zip) {
        var properties = new HashMap<String, Object>(Services.shared().properties());
        properties.putAll(Map.of(
                "ondine.vault.key", "b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=",
                "ondine.documents.directory", "target/documents"));
        var printed = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            return new Ending(ImportCommand.run(properties, slug, zip), printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private static void provision() {
        var server = Services.shared().database();
        var owner = new DriverManagerDataSource(server.url(), server.ownerUsername(), server.ownerPassword());
        var database = new OndineDatabase(owner);
        database.bootstrap(server.appPassword());
        var yaml = Utilities.like(Utilities.SIEGVO, SLUG);
        database.register(new Registration(SLUG, "Siegvo", yaml, List.of("import-command.localhost"), "test", ""));
        database.provision(SLUG);
    }

    private Path zip(String holders) throws IOException {
        var file = Files.createTempFile(folder, "donnees", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("titulaires.csv"));
            zip.write(holders.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
