package fr.ondine.platform.personaldata;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.HeldAgreements;
import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.identity.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is known page by page, each in a transaction of its own: whoever takes it slowly holds no connection. */
@Component
@Transactional(readOnly = true)
class KnownRows {

    static final int PAGE = 500;

    private final JdbcClient database;

    KnownRows(JdbcClient database) {
        this.database = database;
    }

    List<KnownRow> page(KnownTable table, UserId user, UUID after) {
        return database.sql(table.sql())
                .param("user", user.value())
                .param("after", after)
                .param("page", PAGE)
                .query((row, number) -> new KnownRow(row.getObject("key", UUID.class), row.getString("json")))
                .list();
    }

    List<InvoiceId> invoices(UserId user, UUID after) {
        return ids("select i.id from held join invoice i on i.agreement_id = held.id", user, after).stream()
                .map(InvoiceId::new)
                .toList();
    }

    /** What the person sent us, as it came. */
    List<DocumentId> certificates(UserId user, UUID after) {
        return ids("""
                        select f.certificate_id as id from held join leak_file f on f.agreement_id = held.id
                         where f.certificate_id is not null""", user, after).stream().map(DocumentId::new).toList();
    }

    private List<UUID> ids(String of, UserId user, UUID after) {
        return database.sql("with held as " + HeldAgreements.SQL + ", rows as (" + of
                        + ") select id from rows where id > :after order by id limit :page")
                .param("user", user.value())
                .param("after", after)
                .param("page", PAGE)
                .query(UUID.class)
                .list();
    }
}
