package fr.ondine.platform.receivables;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads back an entry that was posted. */
final class Recorded {

    private Recorded() {}

    static Optional<LedgerEntry> payment(JdbcClient database, UUID payment) {
        var source = LedgerEntry.sourceOf(payment);
        var postings = database.sql("""
                        select p.account, p.agreement_id, p.invoice_id, p.amount
                        from posting p join ledger_entry e on e.id = p.entry_id
                        where e.source = :source order by p.position""")
                .param("source", source)
                .query((row, number) -> posting(row))
                .list();
        return database.sql("select effective_on from ledger_entry where source = :source")
                .param("source", source)
                .query(LocalDate.class)
                .optional()
                .map(on -> new LedgerEntry(
                        LedgerEntry.Kind.PAYMENT, source, on, LedgerEntry.Kind.PAYMENT.name(), postings));
    }

    private static Posting posting(ResultSet row) throws SQLException {
        var invoice = row.getObject(3, UUID.class);
        return new Posting(
                Account.valueOf(row.getString(1)),
                new AgreementId(row.getObject(2, UUID.class)),
                invoice == null ? null : new ReceivableId(invoice),
                Money.euros(row.getBigDecimal(4)));
    }
}
