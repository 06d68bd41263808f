package fr.ondine.platform.receivables;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what credit agreements have and what it can be set against, by the same few queries however many they are. */
@Repository
class AllocationStore {

    /** Credit is on account, or on a credit note or another invoice below zero. */
    private static final String WITH_CREDIT = """
            select agreement_id from posting where account = 'UNALLOCATED' and agreement_id = any(:agreements)
             group by agreement_id having sum(amount) <> 0
            union
            select i.agreement_id from invoice i where i.agreement_id = any(:agreements) and i.total_amount < 0
               and (select sum(p.amount) from posting p where p.account = 'RECEIVABLE' and p.invoice_id = i.id) < 0""";

    /** The day of what is on account is not that of its moves. */
    private static final String ITEMS = """
            select o.agreement_id, o.invoice_id, o.amount, coalesce(i.issued_on, o.moved_on) as day, o.moves,
                   (select coalesce(sum(p.amount), 0) from payment p where p.invoice_id = i.id
                    and (p.state = 'PROCESSING' or p.state = 'INITIATED' and p.parked is not null)) as in_progress,
                   o.set_amount
              from (select p.agreement_id, p.invoice_id, sum(p.amount) as amount,
                           coalesce(max(e.effective_on) filter (where e.kind <> 'ADJUSTMENT'), max(e.effective_on)) as moved_on,
                           count(*) filter (where p.invoice_id is not null and e.source like 'allocation:%') as moves,
                           coalesce(-sum(p.amount) filter (where p.invoice_id is not null and e.source like 'allocation:%'), 0)
                               as set_amount
                      from posting p join ledger_entry e on e.id = p.entry_id
                     where p.account in ('RECEIVABLE', 'UNALLOCATED') and p.agreement_id = any(:agreements)
                     group by p.agreement_id, p.invoice_id) o
              left join invoice i on i.id = o.invoice_id
             order by o.agreement_id, i.issued_on nulls first, i.number""";

    private final JdbcClient database;

    AllocationStore(JdbcClient database) {
        this.database = database;
    }

    List<AgreementId> withCredit(Collection<AgreementId> agreements) {
        return database.sql(WITH_CREDIT).param("agreements", ids(agreements)).query(UUID.class).list().stream()
                .map(AgreementId::new)
                .toList();
    }

    List<AllocationItem> items(Collection<AgreementId> agreements) {
        return database.sql(ITEMS)
                .param("agreements", ids(agreements))
                .query((row, number) -> item(row))
                .list();
    }

    private static UUID[] ids(Collection<AgreementId> agreements) {
        return agreements.stream().map(AgreementId::value).toArray(UUID[]::new);
    }

    private static AllocationItem item(ResultSet row) throws SQLException {
        var invoice = row.getObject("invoice_id", UUID.class);
        return new AllocationItem(
                new AgreementId(row.getObject("agreement_id", UUID.class)),
                invoice == null ? null : new ReceivableId(invoice),
                Money.euros(row.getBigDecimal("amount")),
                Money.euros(row.getBigDecimal("in_progress")),
                row.getObject("day", LocalDate.class),
                row.getInt("moves"),
                Money.euros(row.getBigDecimal("set_amount")));
    }
}
