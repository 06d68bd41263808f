package fr.ondine.platform.documents;

import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps documents byte for byte, files beside the database and what is known of them in it. Whoever asks for one has
 * checked that the person may see it.
 */
@Service
@Transactional
public class Documents {

    private final DocumentFiles files;
    private final JdbcClient database;
    private final Clock clock;

    Documents(DocumentFiles files, JdbcClient database, Clock clock) {
        this.files = files;
        this.database = database;
        this.clock = clock;
    }

    /** Stores a new document; its file goes again if the transaction does not commit. */
    public DocumentId store(String fileName, String mediaType, InputStream content) {
        var id = new DocumentId(UUID.randomUUID());
        var written = files.write(id, content);
        deleteUnlessCommitted(id);
        database.sql("insert into document (id, sha256, media_type, size_bytes, file_name, stored_at)"
                        + " values (:id, :sha256, :type, :size, :name, :at)")
                .param("id", id.value())
                .param("sha256", written.sha256())
                .param("type", mediaType)
                .param("size", written.size())
                .param("name", fileName)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** The document as it was stored; never a byte of a file that has changed since. */
    @Transactional(readOnly = true)
    public DocumentContent content(DocumentId id) {
        var bytes = files.read(id);
        if (!MessageDigest.isEqual(DocumentFiles.sha256().digest(bytes), sha256(id))) {
            throw new DamagedDocument(id);
        }
        return database.sql("select file_name, media_type from document where id = :id")
                .param("id", id.value())
                .query((row, number) -> new DocumentContent(row.getString(1), row.getString(2), bytes))
                .single();
    }

    /** The SHA-256 of what was stored, to tell whether a document given again is the same. */
    @Transactional(readOnly = true)
    public byte[] sha256(DocumentId id) {
        return database.sql("select sha256 from document where id = :id")
                .param("id", id.value())
                .query(byte[].class)
                .single();
    }

    /**
     * Removes a document that nothing refers to. Its file goes before that is certain: a file that cannot be deleted keeps
     * the document, and a document whose file is gone already can be removed again.
     */
    public void delete(DocumentId id) {
        database.sql("delete from document where id = ?").param(id.value()).update();
        files.delete(id);
    }

    /** The same once the transaction has committed: where it does not, the document stays as it was. */
    public void deleteWhenCommitted(DocumentId id) {
        database.sql("delete from document where id = ?").param(id.value()).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                files.delete(id);
            }
        });
    }

    private void deleteUnlessCommitted(DocumentId id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    files.delete(id);
                }
            }
        });
    }
}
