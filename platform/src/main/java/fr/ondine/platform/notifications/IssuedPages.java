package fr.ondine.platform.notifications;

import fr.ondine.platform.billing.InvoiceId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Invoices of runs that are issued and not announced yet, as pages of their ids: one row for as many as were issued together. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class IssuedPages {

    /** An import, or a bill of a service, may have drawn an id of the same millisecond: of a run alone there is an issue. */
    private static final String OF_RUN =
            "select id from invoice where id between :first and :last and issue is not null"
                    + " order by id limit :more";

    private final JdbcClient database;
    private final Clock clock;

    IssuedPages(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Page(UUID id, UUID first, UUID last) {}

    void note(InvoiceId first, InvoiceId last) {
        database.sql("insert into invoice_to_announce (id, first_invoice, last_invoice, noted_at)"
                        + " values (:id, :first, :last, :now)")
                .param("id", UUID.randomUUID())
                .param("first", first.value())
                .param("last", last.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean isEmpty() {
        return database.sql("select not exists (select from invoice_to_announce)")
                .query(Boolean.class)
                .single();
    }

    /** So many of them, which wait no more once the transaction ends; of those that somebody else takes, none. */
    List<UUID> take(int size) {
        return database.sql("select id, first_invoice, last_invoice from invoice_to_announce"
                        + " order by noted_at, id limit 1 for update skip locked")
                .query((row, number) -> new Page(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)))
                .optional()
                .map(page -> take(page, size))
                .orElse(List.of());
    }

    private List<UUID> take(Page page, int size) {
        var found = database.sql(OF_RUN)
                .param("first", page.first())
                .param("last", page.last())
                .param("more", size + 1)
                .query(UUID.class)
                .list();
        if (found.size() > size) {
            database.sql("update invoice_to_announce set first_invoice = :next where id = :id")
                    .param("next", found.getLast())
                    .param("id", page.id())
                    .update();
            return found.subList(0, size);
        }
        database.sql("delete from invoice_to_announce where id = :id")
                .param("id", page.id())
                .update();
        return found;
    }
}
