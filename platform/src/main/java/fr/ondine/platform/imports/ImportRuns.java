package fr.ondine.platform.imports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Remembers every import, those that were refused included, whatever becomes of the import's own transaction. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class ImportRuns {

    private final JdbcClient database;
    private final Clock clock;

    ImportRuns(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    UUID begin(Path zip, byte[] sha256) {
        var id = UUID.randomUUID();
        database.sql("insert into import_run (id, file_name, sha256, started_at, state)"
                        + " values (:id, :file, :sha256, :at, 'RUNNING')")
                .param("id", id)
                .param("file", String.valueOf(zip.getFileName()))
                .param("sha256", sha256)
                .param("at", now())
                .update();
        return id;
    }

    /** In the caller's transaction where there is one: data that are in and a run that says so are one fact. */
    @Transactional
    void end(ImportReport report) {
        end(report.id(), report.accepted() ? "DONE" : "REFUSED", report);
    }

    void fail(UUID id) {
        end(id, "FAILED", null);
    }

    private void end(UUID id, String state, @Nullable ImportReport report) {
        database.sql("update import_run set state = :state, finished_at = :at, known_on = :known, report = :report"
                        + " where id = :id and state = 'RUNNING'")
                .param("state", state)
                .param("at", now())
                .param("known", report != null && report.bringsPayments() ? report.knownOn() : null)
                .param("report", report == null ? null : report.text())
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
