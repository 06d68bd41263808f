package fr.ondine.platform.documents;

import fr.ondine.platform.tenancy.TenantContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import org.springframework.stereotype.Service;

/**
 * The files of the bound utility's documents when it moves as a whole. While they arrive a mark lies beside them, so that
 * what an arrival that was cut off left can be told from files that somebody needs.
 */
@Service
public class DocumentArchive {

    private final DocumentFiles files;

    DocumentArchive(DocumentFiles files) {
        this.files = files;
    }

    /** The bytes of a document; the caller compares them with what is known of it, and closes them. */
    public InputStream open(DocumentId id) throws IOException {
        return files.open(id);
    }

    /** Makes room for the files of a utility that nobody knows here; {@link FileAlreadyExistsException} if it has some. */
    public void begin() throws IOException {
        var tenant = TenantContext.current().slug();
        if (files.areArriving()) {
            files.deleteAll(tenant);
        } else if (files.areThere()) {
            throw new FileAlreadyExistsException(tenant);
        } else {
            files.arriving();
        }
    }

    public void restore(DocumentId id, InputStream content) {
        files.write(id, content);
    }

    /** The arrival is over: the files stay. */
    public void keep() {
        files.arrived();
    }

    /** The arrival failed: nothing stays. */
    public void discard() {
        files.deleteAll(TenantContext.current().slug());
        files.arrived();
    }
}
