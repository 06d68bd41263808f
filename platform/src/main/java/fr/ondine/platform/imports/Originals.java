package fr.ondine.platform.imports;

import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.Documents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the original PDF of each invoice that names one; it is added once and never replaced. */
@Component
class Originals {

    private static final int FETCHED = 500;

    private final JdbcClient database;
    private final Documents documents;

    Originals(JdbcClient database, Documents documents) {
        this.database = database;
        this.documents = documents;
    }

    private record Original(UUID invoice, long line, String entry, byte @Nullable [] known) {

        static Original of(ResultSet row) throws SQLException {
            return new Original(
                    row.getObject("id", UUID.class),
                    row.getLong("line"),
                    row.getString("document"),
                    row.getBytes("sha256"));
        }
    }

    void take(Archive archive, Refusals refusals) {
        database.sql("""
                        select i.id, s.line, s.document, d.sha256
                        from stage_invoice s join invoice i using (number) left join document d on d.id = i.document_id
                        where s.document is not null order by s.line""").withFetchSize(FETCHED).query(row -> {
            take(Original.of(row), archive, refusals);
        });
    }

    private void take(Original original, Archive archive, Refusals refusals) {
        try {
            var pdf = archive.document(original.entry());
            if (original.known() == null) {
                store(original, pdf);
            } else if (!MessageDigest.isEqual(original.known(), sha256(pdf))) {
                throw new Refused("document-differs");
            }
        } catch (Refused why) {
            refusals.add("factures.csv", original.line(), "document", original.entry(), why);
        } catch (IOException unreadable) {
            refusals.add("factures.csv", original.line(), "document", original.entry(), new Refused("damaged"));
        }
    }

    private void store(Original original, byte[] pdf) {
        var name = original.entry().substring(original.entry().indexOf('/') + 1);
        var document = documents.store(name, DocumentContent.PDF, new ByteArrayInputStream(pdf));
        database.sql("update invoice set document_id = :document where id = :invoice")
                .param("document", document.value())
                .param("invoice", original.invoice())
                .update();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
