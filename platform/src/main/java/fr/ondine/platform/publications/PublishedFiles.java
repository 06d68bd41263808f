package fr.ondine.platform.publications;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.documents.Storage;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.Tenants;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files for all subscribers of the bound utility. An upload alone shows nothing: a file is offered while the
 * configuration in force lists it, and kept for the versions that listed it.
 */
@Service
@Transactional
public class PublishedFiles {

    /** Ten megabytes: a set of rules of fifty scanned pages. */
    public static final int MOST_BYTES = 10 << 20;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final Documents documents;
    private final Storage storage;
    private final JdbcClient database;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Clock clock;

    PublishedFiles(
            Documents documents, Storage storage, JdbcClient database, Tenants tenants, AuditTrail audit, Clock clock) {
        this.documents = documents;
        this.storage = storage;
        this.database = database;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a PDF in, for a configuration to list. */
    public UUID upload(CurrentStaff who, String fileName, byte[] content) {
        who.require(StaffRole.ADMINISTRATOR);
        if (content.length > MOST_BYTES) {
            throw new FileRefused("too-large", MOST_BYTES >> 20);
        }
        if (content.length < PDF.length || !Arrays.equals(PDF, Arrays.copyOf(content, PDF.length))) {
            throw new FileRefused("not-a-pdf");
        }
        storage.refuseWhenFull();
        var id = documents
                .store(fileName, DocumentContent.PDF, new ByteArrayInputStream(content))
                .value();
        database.sql("insert into published_file (document_id, uploaded_by, uploaded_at) values (?, ?, ?)")
                .params(id, who.actor(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(who.actor(), "publication.uploaded", "document:" + id, fileName);
        return id;
    }

    /** What a subscriber may download now; nothing else has a file under its identifier here. */
    @Transactional(readOnly = true)
    public Optional<DocumentContent> offered(UUID id) {
        return tenants.current().downloads().stream()
                        .anyMatch(download -> download.id().equals(id))
                ? uploaded(id)
                : Optional.empty();
    }

    /** What was uploaded, for who prepares the list. */
    @Transactional(readOnly = true)
    public Optional<DocumentContent> uploaded(CurrentStaff who, UUID id) {
        who.require(StaffRole.ADMINISTRATOR);
        return uploaded(id);
    }

    private Optional<DocumentContent> uploaded(UUID id) {
        return database.sql("select document_id from published_file where document_id = ?")
                .param(id)
                .query(UUID.class)
                .optional()
                .map(found -> documents.content(new DocumentId(found)));
    }
}
