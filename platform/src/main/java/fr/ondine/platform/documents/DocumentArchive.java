package fr.ondine.platform.documents;

import fr.ondine.platform.tenancy.TenantContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.util.FileSystemUtils;

/**
 * The files of the bound utility's documents when it moves as a whole. While they arrive a mark lies beside them, so that
 * what an arrival that was cut off left can be told from files that somebody needs.
 */
@Service
public class DocumentArchive {

    private static final String MARK = ".arriving"; // no short name of a utility holds a dot

    private final DocumentFiles files;
    private final DocumentSettings settings;

    DocumentArchive(DocumentFiles files, DocumentSettings settings) {
        this.files = files;
        this.settings = settings;
    }

    /** The bytes of a document; the caller compares them with what is known of it, and closes them. */
    public InputStream open(DocumentId id) throws IOException {
        return files.open(id);
    }

    /** Makes room for the files of a utility that nobody knows here; {@link FileAlreadyExistsException} if it has some. */
    public void begin() throws IOException {
        if (Files.exists(mark())) {
            FileSystemUtils.deleteRecursively(folder());
        } else if (Files.exists(folder())) {
            throw new FileAlreadyExistsException(folder().toString());
        } else {
            Files.createDirectories(Objects.requireNonNull(mark().getParent()));
            Files.createFile(mark());
        }
    }

    public void restore(DocumentId id, InputStream content) {
        files.write(id, content);
    }

    /** The arrival is over: the files stay. */
    public void keep() throws IOException {
        Files.deleteIfExists(mark());
    }

    /** The arrival failed: nothing stays. */
    public void discard() throws IOException {
        FileSystemUtils.deleteRecursively(folder());
        Files.deleteIfExists(mark());
    }

    private Path mark() {
        return folder().resolveSibling(TenantContext.current().slug() + MARK);
    }

    private Path folder() {
        return settings.of(TenantContext.current().slug());
    }
}
