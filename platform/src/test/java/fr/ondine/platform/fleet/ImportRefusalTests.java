package fr.ondine.platform.fleet;

import static fr.ondine.platform.fleet.TransferScene.ANNE;
import static fr.ondine.platform.fleet.TransferScene.PASSPHRASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.migrations.MigrationFailed;
import fr.ondine.platform.imports.Imports;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.testing.AnotherPlatform;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.services.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.JacksonException;

/** An export that is not what was written, or that has no place here, is refused with a sentence and leaves nothing. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportRefusalTests {

    @Autowired
    Fleet fleet;

    @Autowired
    UtilityExport exports;

    @Autowired
    Imports imports;

    private static final int LOCAL_HEADER = 0x04034b50;

    @TempDir
    static Path folder;

    TransferScene scene;
    Path file;

    @BeforeAll
    void an_export() {
        scene = TransferScene.prepare(fleet, imports);
        file = folder.resolve("export.zip");
        exports.run(scene.slug(), file, PASSPHRASE, ANNE, TransferProgress.SILENT);
    }

    @AfterEach
    void nothing_is_left_behind() throws SQLException {
        assertThat(AnotherPlatform.bean(FleetDirectory.class).find(scene.slug()))
                .isEmpty();
        assertThat(Files.exists(Path.of(AnotherPlatform.DOCUMENTS, scene.slug())))
                .isFalse();
        var there = Services.elsewhere().database();
        try (var owner = DriverManager.getConnection(there.url(), there.ownerUsername(), there.ownerPassword());
                var rows = owner.createStatement()
                        .executeQuery("select from pg_namespace where nspname = 't_" + scene.slug() + "'")) {
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void a_wrong_passphrase() {
        assertThatImportOf(file, "une phrase assez courte").hasMessageContaining("wrong-passphrase");
    }

    @Test
    void a_file_whose_end_is_missing() throws IOException {
        var whole = Files.readAllBytes(file);
        var cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length - 1_000));
        assertThatImportOf(cut, PASSPHRASE).hasMessageContaining("not-whole");
        assertThatImportOf(folder.resolve("none.zip"), PASSPHRASE).hasMessageContaining("file-missing");
    }

    @Test
    void something_else() throws IOException {
        var other = folder.resolve("other.zip");
        write(other, Map.of("x", new byte[] {1}));
        assertThatImportOf(other, PASSPHRASE).hasMessageContaining("not-an-export");
    }

    @Tag("long")
    @Test
    void a_part_of_each_kind_in_which_one_byte_is_another() throws IOException {
        var document = parts(Files.readAllBytes(file)).keySet().stream()
                .filter(name -> name.startsWith("documents/"))
                .findFirst()
                .orElseThrow();
        assertThatAlteredPartsAreRefused(Set.of(
                ExportManifest.ENTRY, ExportManifest.SIGNATURE, ExportManifest.Table.entry("posting"), document));
    }

    @Tag("long")
    @Test
    void any_part_in_which_one_byte_is_another() throws IOException {
        var all = parts(Files.readAllBytes(file)).keySet();
        assertThat(all).hasSizeGreaterThan(20);
        assertThatAlteredPartsAreRefused(all);
    }

    private void assertThatAlteredPartsAreRefused(Set<String> names) throws IOException {
        var whole = Files.readAllBytes(file);
        var parts = parts(whole);
        assertThat(parts).containsKeys(names.toArray(String[]::new));
        for (var name : names) {
            var altered = whole.clone();
            altered[parts.get(name)] ^= 1;
            assertThatImportOf(Files.write(Files.createTempFile(folder, "altered", ".zip"), altered))
                    .hasMessageContaining("altered")
                    .hasMessageContaining(name.replace(ExportManifest.SIGNATURE, ExportManifest.ENTRY));
        }
    }

    /** A byte in the middle of each part as it lies in the file. */
    private Map<String, Integer> parts(byte[] whole) throws IOException {
        var file = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        var parts = new TreeMap<String, Integer>();
        var offset = 0;
        try (var zip = new ZipFile(this.file.toFile())) {
            for (var entry : zip.stream().toList()) {
                assertThat(file.getInt(offset)).isEqualTo(LOCAL_HEADER);
                var begin = offset + 30 + file.getShort(offset + 26) + file.getShort(offset + 28);
                var size = (int) entry.getCompressedSize();
                if (entry.getSize() > 0) {
                    parts.put(entry.getName(), begin + size / 2);
                }
                offset = begin + size + 16; // what it comes to follows each part
            }
        }
        return parts;
    }

    @Test
    void an_entry_that_was_changed_added_or_taken_away() throws IOException {
        var premises = ExportManifest.Table.entry("premise");
        assertThatImportOf(changed(entries -> with(entries, premises, replaced(entries, premises, "rue", "Rue"))))
                .hasMessageContaining("altered")
                .hasMessageContaining(premises);
        assertThatImportOf(changed(entries -> with(entries, "tables/more.copy", new byte[0])))
                .hasMessageContaining("altered");
        assertThatImportOf(changed(entries -> without(entries, premises))).hasMessageContaining("altered");
    }

    @Test
    void a_table_of_contents_that_was_made_to_fit_a_change() throws IOException {
        assertThatImportOf(changed(entries ->
                        with(entries, ExportManifest.ENTRY, replaced(entries, ExportManifest.ENTRY, "anne", "Anne"))))
                .hasMessageContaining("altered")
                .hasMessageContaining(ExportManifest.ENTRY);
    }

    @Test
    void a_release_that_is_not_known_here() throws IOException {
        assertThatImportOf(signed(entries -> with(
                        entries,
                        ExportManifest.ENTRY,
                        replaced(entries, ExportManifest.ENTRY, "0008-imports", "0108-later"))))
                .hasMessageContaining("newer")
                .hasMessageContaining("0108-later");
    }

    @Test
    void data_that_do_not_fit_together_after_the_documents_were_written() throws IOException {
        var premises = ExportManifest.Table.entry("premise");
        var steps = new ArrayList<String>();
        var unfit = signed(entries -> with(
                entries, premises, replaced(entries, premises, firstField(entries, premises), "" + UUID.randomUUID())));

        assertThatThrownBy(() -> run(order(unfit, false), (step, done) -> steps.add(step)))
                .isInstanceOf(MigrationFailed.class)
                .hasMessageContaining("foreign key");
        assertThat(steps).contains("documents", "premise");
    }

    @Tag("long")
    @Test
    void rows_that_are_fewer_than_were_written() throws IOException {
        var premises = ExportManifest.Table.entry("premise");
        assertThatImportOf(signed(entries -> with(entries, premises, new byte[0])))
                .hasMessageContaining("rows-lost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send-mail\t0b8f4a52-9f0e-4a39-9b1c-0d6a53d8c1aa\t2099-01-01 00:00:00+00",
                "send-mail\tsiegvo/0b8f4a52-9f0e-4a39-9b1c-0d6a53d8c1aa/0123abcd\t2099-01-01 00:00:00+00",
                "send-invitation\t0b8f4a52-9f0e-4a39-9b1c-0d6a53d8c1aa/0123abcd\t2099-01-01 00:00:00+00",
                "send-mail"
            })
    void work_that_is_not_a_utilitys(String work) throws IOException {
        var crafted = signed(entries -> with(entries, ExportManifest.JOBS, (work + "\n").getBytes()));

        assertThatThrownBy(() -> run(order(crafted, true), TransferProgress.SILENT))
                .isInstanceOf(TransferRefused.class)
                .hasMessageContaining("other-work");
    }

    @Tag("long")
    @Test
    void parts_that_are_not_in_the_form_in_which_they_are_written() throws IOException {
        var agreements = ExportManifest.Table.entry("agreement");
        assertThatImportOf(signed(entries -> with(entries, agreements, replaced(entries, agreements, "\t", " "))))
                .hasMessageContaining("altered");
        assertThatImportOf(
                        signed(entries -> with(entries, agreements, replaced(entries, agreements, "\\\\x", "\\\\x00"))))
                .hasMessageContaining("altered")
                .hasMessageContaining("agreement.claim_key");
        assertThatImportOf(signed(entries -> with(entries, "documents/../x", new byte[0])))
                .hasMessageContaining("altered");
        var changeSet = "db/tenant/0008-imports.sql ondine imports ";
        var manifest = replaced(entries(), ExportManifest.ENTRY, changeSet, changeSet.replace(" ", ""));
        assertThatThrownBy(() -> ExportManifest.read(manifest))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("a change set without a digest");
    }

    private static String firstField(Map<String, byte[]> entries, String name) {
        return new String(entries.get(name), StandardCharsets.UTF_8).split("\t", 2)[0];
    }

    @Test
    void a_short_name_or_a_host_that_is_taken() {
        assertThatThrownBy(() -> run(file, PASSPHRASE, "siegvo", List.of("free.localhost")))
                .isInstanceOf(TransferRefused.class)
                .hasMessageContaining("slug-taken");
        assertThatThrownBy(() -> run(file, PASSPHRASE, "", List.of("siegvo.localhost")))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("siegvo.localhost");
    }

    private AbstractThrowableAssert<?, ?> assertThatImportOf(Path changed) {
        return assertThatImportOf(changed, PASSPHRASE);
    }

    private AbstractThrowableAssert<?, ?> assertThatImportOf(Path export, String passphrase) {
        return assertThatThrownBy(() -> run(export, passphrase)).isInstanceOf(TransferRefused.class);
    }

    private static void run(Path export, String passphrase) {
        run(export, passphrase, "", List.of());
    }

    private static void run(Path export, String passphrase, String slug, List<String> hosts) {
        run(new ImportOrder(export, passphrase, slug, hosts, false, ANNE), TransferProgress.SILENT);
    }

    private static void run(ImportOrder order, TransferProgress progress) {
        AnotherPlatform.bean(UtilityImport.class).run(order, progress);
    }

    private static ImportOrder order(Path export, boolean takeOver) {
        return new ImportOrder(export, PASSPHRASE, "", List.of(), takeOver, ANNE);
    }

    private Path changed(UnaryOperator<Map<String, byte[]>> change) throws IOException {
        var changed = Files.createTempFile(folder, "changed", ".zip");
        write(changed, change.apply(entries()));
        return changed;
    }

    /** As somebody would who knows the passphrase: digests and signature are made anew. */
    private Path signed(UnaryOperator<Map<String, byte[]>> change) throws IOException {
        return changed(entries -> {
            var made = new TreeMap<>(change.apply(entries));
            var old = ExportManifest.read(made.remove(ExportManifest.ENTRY));
            made.remove(ExportManifest.SIGNATURE);
            var digests = new TreeMap<String, String>();
            made.forEach((name, bytes) -> digests.put(
                    name, HexFormat.of().formatHex(ExportFile.sha256().digest(bytes))));
            var json = new ExportManifest(
                            old.format(),
                            old.slug(),
                            old.name(),
                            old.hosts(),
                            old.state(),
                            old.exportedAt(),
                            old.changeSets(),
                            old.fingerprint(),
                            old.limits(),
                            old.history(),
                            old.salt(),
                            old.check(),
                            old.tables(),
                            old.documents(),
                            old.jobs(),
                            digests)
                    .json();
            var key = ExportKey.of(PASSPHRASE, HexFormat.of().parseHex(old.salt()));
            made.put(ExportManifest.ENTRY, json);
            made.put(ExportManifest.SIGNATURE, key.sign(json).getBytes(StandardCharsets.US_ASCII));
            return made;
        });
    }

    private Map<String, byte[]> entries() throws IOException {
        var entries = new TreeMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : new ArrayList<>(zip.stream().toList())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static void write(Path file, Map<String, byte[]> entries) {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] replaced(Map<String, byte[]> entries, String name, String what, String by) {
        var text = new String(entries.get(name), StandardCharsets.UTF_8);
        assertThat(text).contains(what);
        return text.replace(what, by).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> with(Map<String, byte[]> entries, String name, byte[] content) {
        var more = new TreeMap<>(entries);
        more.put(name, content);
        return more;
    }

    private static Map<String, byte[]> without(Map<String, byte[]> entries, String name) {
        var fewer = new TreeMap<>(entries);
        fewer.remove(name);
        return fewer;
    }
}
