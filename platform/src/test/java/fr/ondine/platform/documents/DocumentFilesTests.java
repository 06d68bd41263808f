package fr.ondine.platform.documents;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.documents.DocumentSettings.Bucket;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantLeaving;
import fr.ondine.simulators.s3.S3Simulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folder and the bucket keep files by the same rules. */
class DocumentFilesTests {

    private static final S3Simulator STORAGE = S3Simulator.start();
    private static final byte[] ORIGINAL = "%PDF-1.4 à payer".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private final DocumentId id = new DocumentId(UUID.randomUUID());

    @AfterAll
    static void close() {
        STORAGE.close();
    }

    static Stream<DocumentFiles> both() {
        return Stream.of(
                new DocumentSettings(folder, null).files(), bucket(S3Simulator.BUCKET, S3Simulator.SECRET_KEY));
    }

    @ParameterizedTest
    @MethodSource("both")
    void a_file_comes_back_byte_for_byte_with_what_it_was_found_to_be(DocumentFiles files) throws IOException {
        var written = write(files, SIEGVO, id);

        assertThat(written.size()).isEqualTo(ORIGINAL.length);
        assertThat(written.sha256()).isEqualTo(DocumentFiles.sha256().digest(ORIGINAL));
        assertThat(TenantContext.callAs(SIEGVO, () -> files.read(id))).isEqualTo(ORIGINAL);
        try (var read = TenantContext.callAs(SIEGVO, () -> opened(files))) {
            assertThat(read.readAllBytes()).isEqualTo(ORIGINAL);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void another_utility_has_no_such_file(DocumentFiles files) {
        write(files, SIEGVO, id);

        assertThatThrownBy(() -> TenantContext.callAs(MALESHERBOIS, () -> files.read(id)))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(NoSuchFileException.class);
        TenantContext.runAs(MALESHERBOIS, () -> files.delete(id));
        assertThat(TenantContext.callAs(SIEGVO, () -> files.read(id))).isEqualTo(ORIGINAL);
        assertThatThrownBy(() -> files.read(id)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("both")
    void a_deleted_file_is_gone_and_may_be_deleted_again(DocumentFiles files) {
        write(files, SIEGVO, id);

        TenantContext.runAs(SIEGVO, () -> files.delete(id));
        TenantContext.runAs(SIEGVO, () -> files.delete(id));

        assertThatThrownBy(() -> TenantContext.callAs(SIEGVO, () -> opened(files)))
                .hasCauseInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @MethodSource("both")
    void who_leaves_takes_all_of_theirs_and_nothing_else(DocumentFiles files) {
        var leaving = new TenantId("part");
        var named = new TenantId("partage"); // its name begins with the other's
        for (var some = 0; some < 8; some++) {
            write(files, leaving, new DocumentId(UUID.randomUUID()));
        }
        write(files, named, id);

        new ForgetDocuments(files).on(new TenantLeaving(leaving));

        assertThat(TenantContext.callAs(leaving, files::areThere)).isFalse();
        assertThat(TenantContext.callAs(named, () -> files.read(id))).isEqualTo(ORIGINAL);
    }

    @ParameterizedTest
    @MethodSource("both")
    void an_arrival_that_was_cut_off_begins_again_and_files_that_are_needed_stay(DocumentFiles files) {
        var archive = new DocumentArchive(files);
        var arriving = new TenantId("arrivee");
        TenantContext.runAs(arriving, () -> {
            begin(archive);
            archive.restore(id, new ByteArrayInputStream(ORIGINAL));
            begin(archive); // the process died in between
            assertThat(files.areThere()).isFalse();
            archive.restore(id, new ByteArrayInputStream(ORIGINAL));
            archive.keep();

            assertThatThrownBy(archive::begin).isInstanceOf(FileAlreadyExistsException.class);
            assertThat(files.read(id)).isEqualTo(ORIGINAL);
            archive.discard();
            assertThat(files.areThere()).isFalse();
            assertThat(files.areArriving()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("both")
    void what_cannot_be_read_to_its_end_leaves_nothing(DocumentFiles files) {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the zip is cut");
            }
        };

        assertThatThrownBy(() -> TenantContext.callAs(SIEGVO, () -> files.write(id, broken)))
                .hasRootCauseMessage("the zip is cut");
        assertThatThrownBy(() -> TenantContext.callAs(SIEGVO, () -> files.read(id)))
                .hasCauseInstanceOf(NoSuchFileException.class);
    }

    @Test
    void folder_and_bucket_call_a_file_the_same() {
        both().forEach(files -> write(files, SIEGVO, id));

        var name = "siegvo/" + id.value().toString().substring(0, 2) + "/" + id.value();
        assertThat(folder.resolve(name)).hasBinaryContent(ORIGINAL);
        assertThat(STORAGE.objects().get(name)).isEqualTo(ORIGINAL);
    }

    @Test
    void a_storage_that_is_busy_is_asked_again_and_one_that_stays_so_is_told() {
        var files = bucket(S3Simulator.BUCKET, S3Simulator.SECRET_KEY);
        STORAGE.isBusy(1);
        write(files, SIEGVO, id);
        assertThat(TenantContext.callAs(SIEGVO, () -> files.read(id))).isEqualTo(ORIGINAL);

        STORAGE.isBusy(100);
        assertThatThrownBy(() -> write(files, SIEGVO, new DocumentId(UUID.randomUUID())))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("SlowDown");
        STORAGE.isBusy(0);
    }

    @Test
    void who_is_not_let_in_keeps_nothing() {
        var files = bucket(S3Simulator.BUCKET, "another secret");

        assertThatThrownBy(() -> write(files, SIEGVO, id))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("SignatureDoesNotMatch");
        assertThatThrownBy(() -> write(bucket("elsewhere", S3Simulator.SECRET_KEY), SIEGVO, id))
                .hasStackTraceContaining("NoSuchBucket");
    }

    @Test
    void no_key_is_in_what_a_log_would_say_of_it() {
        var bucket = new Bucket("b", STORAGE.endpoint(), "gra", "AKIDKEY", "hunter2", true);

        assertThat(new DocumentSettings(null, bucket).toString())
                .contains("b at http")
                .doesNotContain("hunter2", "AKIDKEY");
    }

    private static DocumentFiles bucket(String name, String secret) {
        return new DocumentSettings(
                        null, new Bucket(name, STORAGE.endpoint(), "gra", S3Simulator.ACCESS_KEY, secret, true))
                .files();
    }

    private static DocumentFiles.Written write(DocumentFiles files, TenantId tenant, DocumentId id) {
        return TenantContext.callAs(tenant, () -> files.write(id, new ByteArrayInputStream(ORIGINAL)));
    }

    private InputStream opened(DocumentFiles files) {
        try {
            return files.open(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void begin(DocumentArchive archive) {
        try {
            archive.begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
