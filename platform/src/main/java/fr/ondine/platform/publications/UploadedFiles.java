package fr.ondine.platform.publications;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.documents.Storage;
import fr.ondine.platform.staff.CurrentStaff;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files that the bound utility's staff uploaded, among all its documents. */
@Component
class UploadedFiles {

    private final Documents documents;
    private final Storage storage;
    private final JdbcClient database;
    private final AuditTrail audit;
    private final Clock clock;

    UploadedFiles(Documents documents, Storage storage, JdbcClient database, AuditTrail audit, Clock clock) {
        this.documents = documents;
        this.storage = storage;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    UUID keep(CurrentStaff who, DocumentContent file) {
        storage.refuseWhenFull();
        var id = documents
                .store(file.fileName(), file.mediaType(), new ByteArrayInputStream(file.bytes()))
                .value();
        database.sql("insert into published_file (document_id, uploaded_by, uploaded_at) values (?, ?, ?)")
                .params(id, who.actor(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.record(who.actor(), "publication.uploaded", "document:" + id, file.fileName());
        return id;
    }

    Optional<DocumentContent> find(UUID id) {
        return database.sql("select document_id from published_file where document_id = ?")
                .param(id)
                .query(UUID.class)
                .optional()
                .map(found -> documents.content(new DocumentId(found)));
    }
}
