package fr.ondine.platform.publications;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.documents.Documents;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The uploads of the bound utility that are old enough to be deleted, should nothing have listed them. */
@Component
class UnlistedFiles {

    private final JdbcClient database;
    private final Documents documents;
    private final AuditTrail audit;
    private final PublicationSettings settings;
    private final Clock clock;

    UnlistedFiles(
            JdbcClient database, Documents documents, AuditTrail audit, PublicationSettings settings, Clock clock) {
        this.database = database;
        this.documents = documents;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<UUID> old() {
        return database.sql("select document_id from published_file where uploaded_at < ? order by uploaded_at")
                .param(clock.instant().minus(settings.unlistedLife()).atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    @Transactional
    public void delete(UUID id) {
        database.sql("delete from published_file where document_id = ?")
                .param(id)
                .update();
        documents.delete(new DocumentId(id));
        audit.record("system", "publication.never-listed", "document:" + id, "");
    }
}
