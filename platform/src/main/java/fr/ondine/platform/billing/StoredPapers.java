package fr.ondine.platform.billing;

import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.tenancy.Preview;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers of invoices that were issued here: each is set once, when it is first asked for, and stays as it is. */
@Component
class StoredPapers {

    private final JdbcClient database;
    private final Documents documents;

    StoredPapers(JdbcClient database, Documents documents) {
        this.database = database;
        this.documents = documents;
    }

    /** For whom a paper is, and how. */
    enum Copy {
        HOLDER,
        STAFF,
        SHARED,
        LARGE_PRINT
    }

    /** In a transaction that may write; what only shows a draft of the configuration keeps nothing. */
    DocumentContent once(InvoiceId invoice, Copy copy, Supplier<DocumentContent> setter) {
        if (Preview.isShown()) {
            return setter.get();
        }
        return find(invoice, copy).map(documents::content).orElseGet(() -> keep(invoice, copy, setter.get()));
    }

    /** Of two at once the one is kept that is there first: the database lets the second wait for it. */
    private DocumentContent keep(InvoiceId invoice, Copy copy, DocumentContent paper) {
        var document = documents.store(paper.fileName(), paper.mediaType(), new ByteArrayInputStream(paper.bytes()));
        var kept = database.sql("insert into invoice_paper (invoice_id, copy, document_id) values (?, ?, ?)"
                        + " on conflict (invoice_id, copy) do nothing")
                .params(invoice.value(), copy.name(), document.value())
                .update();
        if (kept > 0) {
            return paper;
        }
        documents.delete(document);
        return documents.content(find(invoice, copy).orElseThrow());
    }

    private Optional<DocumentId> find(InvoiceId invoice, Copy copy) {
        return database.sql("select document_id from invoice_paper where invoice_id = ? and copy = ?")
                .params(invoice.value(), copy.name())
                .query((row, number) -> new DocumentId(row.getObject(1, UUID.class)))
                .optional();
    }
}
