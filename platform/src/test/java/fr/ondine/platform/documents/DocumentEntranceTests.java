package fr.ondine.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.documents.DocumentSettings.Bucket;
import fr.ondine.platform.tenancy.StartRefused;
import fr.ondine.simulators.s3.S3Simulator;
import fr.ondine.testing.services.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.context.support.GenericWebApplicationContext;

/** A process that could keep no file does not begin; one whose storage is away does. */
class DocumentEntranceTests {

    private static final S3Simulator STORAGE = S3Simulator.start();

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        STORAGE.close();
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_told_by_its_setting() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        for (var wrong : new Path[] {file, file.resolve("documents"), Path.of("/proc/documents")}) {
            assertThatThrownBy(() -> come(new DocumentSettings(wrong, null)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageStartingWith("ondine.documents.directory is no folder that this process may write to");
        }
    }

    @Test
    void one_that_can_be_is_made_and_nothing_is_left_in_it() throws IOException {
        var documents = folder.resolve("some/documents");
        come(new DocumentSettings(documents, null));
        try (var left = Files.list(documents)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_bucket_that_is_not_there_and_keys_that_are_wrong_are_told_without_a_value() {
        assertThatThrownBy(() -> come(bucket(STORAGE.endpoint(), S3Simulator.BUCKET, "hunter2")))
                .isInstanceOf(StartRefused.class)
                .hasMessage("ondine.documents.bucket.access-key, or .secret-key, may not list that bucket"
                        + " (SignatureDoesNotMatch).");
        assertThatThrownBy(() -> come(bucket(STORAGE.endpoint(), "others", S3Simulator.SECRET_KEY)))
                .isInstanceOf(StartRefused.class)
                .hasMessage("ondine.documents.bucket.name is no bucket of that storage (NoSuchBucket).");
    }

    @Test
    void the_right_one_and_a_storage_that_is_away_or_busy_stop_nothing() {
        var right = bucket(STORAGE.endpoint(), S3Simulator.BUCKET, S3Simulator.SECRET_KEY);
        assertThatCode(() -> come(right)).doesNotThrowAnyException();
        var nowhere = URI.create("http://localhost:" + FreePorts.one());
        assertThatCode(() -> come(bucket(nowhere, S3Simulator.BUCKET, S3Simulator.SECRET_KEY)))
                .doesNotThrowAnyException();
        STORAGE.isBusy(10);
        assertThatCode(() -> come(right)).doesNotThrowAnyException();
        STORAGE.isBusy(0);
    }

    @Test
    void a_command_may_be_given_what_it_only_reads() {
        var copy = new DocumentSettings(Path.of("/proc/documents"), null);
        assertThatCode(() -> come(copy, new GenericApplicationContext())).doesNotThrowAnyException();
    }

    private static DocumentSettings bucket(URI endpoint, String name, String secret) {
        return new DocumentSettings(
                null, new Bucket(name, endpoint, "us-east-1", S3Simulator.ACCESS_KEY, secret, true));
    }

    private static void come(DocumentSettings settings) {
        come(settings, new GenericWebApplicationContext());
    }

    private static void come(DocumentSettings settings, ApplicationContext process) {
        new DocumentEntrance(settings.files(), process).afterSingletonsInstantiated();
    }
}
