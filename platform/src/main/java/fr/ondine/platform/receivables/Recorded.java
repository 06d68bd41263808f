package fr.ondine.platform.receivables;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads back what was posted. */
final class Recorded {

    private Recorded() {}

    static Optional<LedgerEntry> payment(JdbcClient database, UUID payment) {
        return entry(database, LedgerEntry.Kind.PAYMENT, LedgerEntry.sourceOf(payment));
    }

    /** What of a payment came back, in the order in which it did. */
    static List<LedgerEntry> returns(JdbcClient database, UUID payment) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> entry(database, LedgerEntry.Kind.RETURN, LedgerEntry.sourceOfReturn(payment, number)))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<LedgerEntry> entry(JdbcClient database, LedgerEntry.Kind kind, String source) {
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
                .map(on -> new LedgerEntry(kind, source, on, kind.name(), postings));
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
