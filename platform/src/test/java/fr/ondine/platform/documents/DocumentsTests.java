package fr.ondine.platform.documents;

import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

@PlatformTest
class DocumentsTests {

    private static final byte[] ORIGINAL = "%PDF-1.4 an original".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Documents documents;

    @Autowired
    DocumentSettings settings;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void an_original_comes_back_byte_for_byte() {
        var content = TenantContext.callAs(SIEGVO, () -> documents.content(store()));

        assertThat(content.bytes()).isEqualTo(ORIGINAL);
        assertThat(content.fileName()).isEqualTo("2025-004218.pdf");
        assertThat(content.mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void its_file_lies_with_the_utility_under_a_name_that_tells_nothing() {
        var id = TenantContext.callAs(SIEGVO, this::store);

        assertThat(file(id)).exists();
        assertThat(file(id).toString()).doesNotContain("004218");
    }

    @Test
    void a_file_that_was_changed_is_never_handed_out() throws IOException {
        var id = TenantContext.callAs(SIEGVO, this::store);
        Files.writeString(file(id), "%PDF-1.4 a forgery");

        assertThatThrownBy(() -> TenantContext.callAs(SIEGVO, () -> documents.content(id)))
                .isInstanceOf(DamagedDocument.class);
    }

    @Test
    void another_utility_cannot_read_it() {
        var id = TenantContext.callAs(SIEGVO, this::store);

        assertThatThrownBy(() -> TenantContext.callAs(MALESHERBOIS, () -> documents.content(id)))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> documents.content(id)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_transaction_that_does_not_commit_leaves_no_file() {
        var id = TenantContext.callAs(
                SIEGVO,
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    return store();
                }));

        assertThat(file(id)).doesNotExist();
    }

    @Test
    void a_file_that_cannot_be_read_to_its_end_leaves_nothing() throws IOException {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the zip is cut");
            }
        };
        var before = filesOf(SIEGVO.slug());

        assertThatThrownBy(
                        () -> TenantContext.callAs(SIEGVO, () -> documents.store("x.pdf", DocumentContent.PDF, broken)))
                .hasRootCauseMessage("the zip is cut");

        assertThat(filesOf(SIEGVO.slug())).isEqualTo(before);
    }

    @Test
    void what_is_removed_leaves_no_file_and_may_be_removed_again() {
        var id = TenantContext.callAs(SIEGVO, this::store);

        TenantContext.runAs(SIEGVO, () -> documents.delete(id));
        TenantContext.runAs(SIEGVO, () -> documents.delete(id));

        assertThat(file(id)).doesNotExist();
        assertThatThrownBy(() -> TenantContext.callAs(SIEGVO, () -> documents.sha256(id)))
                .isInstanceOf(EmptyResultDataAccessException.class);
    }

    @Test
    void a_file_that_cannot_be_deleted_keeps_its_document() throws IOException {
        var id = TenantContext.callAs(SIEGVO, this::store);
        Files.delete(file(id));
        Files.createDirectories(file(id).resolve("in the way"));

        assertThatThrownBy(() -> TenantContext.runAs(SIEGVO, () -> documents.delete(id)))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(TenantContext.callAs(SIEGVO, () -> documents.sha256(id))).isNotEmpty();
        FileSystemUtils.deleteRecursively(file(id));
    }

    private DocumentId store() {
        return documents.store("2025-004218.pdf", DocumentContent.PDF, new ByteArrayInputStream(ORIGINAL));
    }

    private Path file(DocumentId id) {
        var name = id.value().toString();
        return folder(SIEGVO.slug()).resolve(name.substring(0, 2)).resolve(name);
    }

    private List<Path> filesOf(String tenant) throws IOException {
        Files.createDirectories(folder(tenant));
        try (var files = Files.walk(folder(tenant))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Path folder(String tenant) {
        return Objects.requireNonNull(settings.directory()).resolve(tenant);
    }
}
