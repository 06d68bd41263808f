package fr.ondine.platform.receivables;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the statement of an account, whose balances the database sums up; what changes nothing in all is left out. */
@Repository
class StatementRows {

    private static final String STATEMENT = """
            select * from (
                select e.effective_on, e.kind, e.recorded_at, e.id, p.amount, p.invoices,
                       sum(p.amount) over (order by e.effective_on, e.recorded_at, e.id) as balance
                from (select entry_id, sum(amount) as amount,
                             array_agg(distinct i.number order by i.number) filter (where i.number is not null) as invoices
                      from posting left join invoice i on i.id = invoice_id
                      where posting.agreement_id = :agreement and account in ('RECEIVABLE', 'UNALLOCATED')
                      group by entry_id having sum(amount) <> 0) p
                join ledger_entry e on e.id = p.entry_id) s
            order by effective_on desc, recorded_at desc, id desc offset :offset limit :limit""";

    private final JdbcClient database;

    StatementRows(JdbcClient database) {
        this.database = database;
    }

    List<StatementEntry> of(AgreementId agreement, int offset, int limit) {
        return database.sql(STATEMENT)
                .param("agreement", agreement.value())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, index) -> entry(row))
                .list();
    }

    private static StatementEntry entry(ResultSet row) throws SQLException {
        var invoices = row.getArray("invoices");
        return new StatementEntry(
                row.getObject("effective_on", LocalDate.class),
                LedgerEntry.Kind.valueOf(row.getString("kind")),
                invoices == null ? List.of() : Arrays.asList((String[]) invoices.getArray()),
                Money.euros(row.getBigDecimal("amount")),
                Money.euros(row.getBigDecimal("balance")));
    }
}
