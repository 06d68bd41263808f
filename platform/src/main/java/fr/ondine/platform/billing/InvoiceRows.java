package fr.ondine.platform.billing;

import fr.ondine.platform.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads lists of invoices from the newest on, along their index. What is only known of an invoice when it is looked at is
 * looked for among so many at a time: a list of what there is nothing of does not read millions.
 */
@Repository
class InvoiceRows {

    static final int LOOKED_AT = 10_000;

    private static final String NEWEST_FIRST = " order by i.issued_on desc, i.number desc ";

    private final JdbcClient database;

    InvoiceRows(JdbcClient database) {
        this.database = database;
    }

    /** @param credited what credit notes took back, as a positive amount */
    record Row(IssuedInvoice invoice, String holder, Money credited) {

        InvoiceMark mark() {
            return new InvoiceMark(invoice.issuedOn(), invoice.number());
        }
    }

    List<Row> list(InvoiceFilter filter, Optional<InvoiceMark> from, int limit) {
        return asked(sql(filter, from), filter, from)
                .param("kind", filter.kind().map(Enum::name).orElse(""))
                .param("open", filter.isOpen())
                .param("limit", limit)
                .query((row, index) -> row(row))
                .list();
    }

    static String sql(InvoiceFilter filter, Optional<InvoiceMark> from) {
        var looked = "(select i.* from invoice i" + where(filter, from) + NEWEST_FIRST + " limit " + LOOKED_AT + ") i";
        return "select " + IssuedInvoices.COLUMNS + """
                        , c.first_name, c.last_name,
                          (select -coalesce(sum(n.total_amount), 0) from invoice n where n.corrects = i.id) as credited
                     from\s""" + looked + """
                     join agreement a on a.id = i.agreement_id join customer c on c.id = a.customer_id
                    where (:kind = '' or i.kind = :kind) and (not :open or (select sum(amount) from posting
                          where account = 'RECEIVABLE' and invoice_id = i.id) > 0)""" + NEWEST_FIRST + "limit :limit";
    }

    /** Where to go on looking; empty when all were looked at. */
    Optional<InvoiceMark> lookedUpTo(InvoiceFilter filter, Optional<InvoiceMark> from) {
        return asked(
                        "select i.issued_on, i.number from invoice i" + where(filter, from) + NEWEST_FIRST + "offset "
                                + (LOOKED_AT - 1) + " limit 1",
                        filter,
                        from)
                .query((row, index) -> new InvoiceMark(row.getObject(1, LocalDate.class), row.getString(2)))
                .optional();
    }

    /** Whether what was typed begins more contracts' numbers or holders' names than are looked at. */
    boolean isCut(InvoiceFilter filter) {
        return !filter.words().isBlank()
                && typed(database.sql("select " + SearchSource.isAnyFull()), filter, ManagedInvoices.CONTRACTS + 1)
                        .query(Boolean.class)
                        .single();
    }

    private static String where(InvoiceFilter filter, Optional<InvoiceMark> from) {
        var conditions = new ArrayList<>(List.of("true"));
        from.ifPresent(mark -> conditions.add("(i.issued_on, i.number) < (:day, :mark)"));
        filter.from().ifPresent(day -> conditions.add("i.issued_on >= :from"));
        filter.to().ifPresent(day -> conditions.add("i.issued_on <= :to"));
        if (!filter.words().isBlank()) {
            conditions.add(
                    "(i.number = :number or i.agreement_id = any(array(" + SearchSource.numbersAndNames() + ")))");
        }
        return " where " + String.join(" and ", conditions);
    }

    private JdbcClient.StatementSpec asked(String sql, InvoiceFilter filter, Optional<InvoiceMark> from) {
        var statement = database.sql(sql);
        from.ifPresent(mark -> statement.param("day", mark.issuedOn()).param("mark", mark.number()));
        filter.from().ifPresent(day -> statement.param("from", day));
        filter.to().ifPresent(day -> statement.param("to", day));
        return filter.words().isBlank() ? statement : typed(statement, filter, ManagedInvoices.CONTRACTS);
    }

    private static JdbcClient.StatementSpec typed(JdbcClient.StatementSpec statement, InvoiceFilter filter, int named) {
        var typed = TypedSearch.of(filter.words());
        return statement
                .param("number", typed.number())
                .param("words", typed.words())
                .param("turned", typed.turned())
                .param("named", named);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(IssuedInvoices.invoice(row), FoundRow.holder(row), Money.euros(row.getBigDecimal("credited")));
    }
}
