package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes in a zip is not trusted. */
class ArchiveTests extends ImportTest {

    static final byte[] PDF = "%PDF-1.7 une facture".getBytes(StandardCharsets.UTF_8);

    @Test
    void what_is_not_a_zip_is_refused() throws IOException {
        var file = Files.writeString(folder.resolve("notes.zip"), "bonjour");
        assertThat(load(file).text()).contains("notes.zip : ce n'est pas un fichier zip lisible");
    }

    @Test
    void a_path_that_leaves_the_zip_is_refused_and_writes_nothing() {
        var report = load(aHousehold().with("../evil.csv", "x").with("factures/../../evil.pdf", PDF));
        assertThat(report.refusals()).extracting(Refusal::file).contains("../evil.csv", "factures/../../evil.pdf");
        assertThat(folder.getParent().resolve("evil.csv")).doesNotExist();
    }

    @Test
    void a_file_that_the_format_does_not_know_is_refused() {
        assertThat(load(aHousehold().with("notes.txt", "bonjour")).text())
                .contains("notes.txt : ce fichier n'est pas attendu");
        assertThat(load(new FileSet(Map.of("factures/1.pdf", PDF))).text()).contains("aucun des fichiers attendus");
    }

    @Test
    void two_files_of_one_name_are_refused_for_only_one_would_be_read() throws IOException {
        var zip = aHousehold().with("paiementz.csv", "reference\n").zip(folder);
        var bytes = new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1);
        Files.writeString(zip, bytes.replace("paiementz.csv", "paiements.csv"), StandardCharsets.ISO_8859_1);

        assertThat(load(zip).text()).contains("paiements.csv : le fichier zip contient deux fichiers de ce nom");
        assertThat(count("payment")).isZero();
    }

    @Test
    void a_small_zip_that_unpacks_into_a_large_file_is_not_read() {
        var bomb = new byte[20_000_000];
        Arrays.fill(bomb, (byte) '\n');
        assertThat(load(aHousehold().with("releves.csv", bomb)).text()).contains("releves.csv : le fichier se déploie");
    }

    @Test
    void a_damaged_zip_is_refused() throws IOException {
        var zip = aHousehold().with("extraction.csv", "date\n2026-01-01\n").zip(folder);
        var bytes = Files.readAllBytes(zip);
        // local header of the first entry: its compressed content begins after the name
        Arrays.fill(bytes, 60, 160, (byte) 0xff);
        Files.write(zip, bytes);
        assertThat(load(zip).text()).contains("titulaires.csv", "abîmé");
    }

    @Test
    void a_field_without_end_is_not_held_in_memory() {
        var endless = "reference;nature;nom\n\"" + "x".repeat(3_000_000);
        assertThat(load(aHousehold().with("titulaires.csv", endless)).text())
                .contains("titulaires.csv : le fichier n'est pas un CSV lisible");
    }

    @Test
    void an_original_invoice_is_kept_byte_for_byte_and_never_replaced() {
        var files = aHousehold()
                .replacing("factures.csv", "116,50;", "116,50;factures/1.pdf")
                .with("factures/1.pdf", PDF);
        assertThat(load(files).refusals()).isEmpty();
        assertThat(one(byte[].class, "select d.sha256 from document d join invoice i on i.document_id = d.id"))
                .isEqualTo(sha256(PDF));
        assertThat(load(files).accepted()).isTrue();
        assertThat(count("document")).isOne();

        var other = files.with("factures/1.pdf", "%PDF-1.7 une autre".getBytes(StandardCharsets.UTF_8));
        assertThat(load(other).text()).contains("ce n'est pas le même");
    }

    @Test
    void an_original_that_was_missing_may_be_added() {
        assertThat(load(aHousehold()).accepted()).isTrue();
        var files = aHousehold()
                .replacing("factures.csv", "116,50;", "116,50;factures/1.pdf")
                .with("factures/1.pdf", PDF);
        assertThat(load(files).refusals()).isEmpty();
        assertThat(count("invoice where document_id is not null")).isOne();
    }

    @Test
    void an_original_that_is_not_a_pdf_undoes_the_import() {
        var files = aHousehold()
                .replacing("factures.csv", "116,50;", "116,50;factures/1.pdf")
                .with("factures/1.pdf", "MZ");
        assertThat(load(files).text()).contains("ce document n'est pas un PDF");
        assertThat(count("invoice")).isZero();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
