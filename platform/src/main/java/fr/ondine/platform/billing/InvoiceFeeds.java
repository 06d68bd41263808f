package fr.ondine.platform.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads pages of invoices from the newest on, along the index of all or of an agreement's. */
@Repository
class InvoiceFeeds {

    private final JdbcClient database;
    private final InvoiceSummaries summaries;

    InvoiceFeeds(JdbcClient database, InvoiceSummaries summaries) {
        this.database = database;
        this.summaries = summaries;
    }

    /** By the same few queries however many there are. */
    InvoiceFeed page(InvoiceSelection which, Optional<InvoiceMark> after, int size) {
        var found = list(which, after, size + 1);
        var shown = found.stream().limit(size).toList();
        var known = summaries.of(shown);
        var rows = new ArrayList<InvoiceFeed.Row>();
        for (var at = 0; at < shown.size(); at++) {
            rows.add(new InvoiceFeed.Row(known.get(at), shown.get(at).agreement()));
        }
        var last = found.size() > size ? Optional.of(shown.getLast()) : Optional.<IssuedInvoice>empty();
        return new InvoiceFeed(rows, last.map(invoice -> new InvoiceMark(invoice.issuedOn(), invoice.number())));
    }

    private List<IssuedInvoice> list(InvoiceSelection which, Optional<InvoiceMark> after, int limit) {
        var conditions = new ArrayList<>(List.of("true"));
        which.agreement().ifPresent(agreement -> conditions.add("i.agreement_id = :agreement"));
        which.from().ifPresent(day -> conditions.add("i.issued_on >= :from"));
        which.to().ifPresent(day -> conditions.add("i.issued_on <= :to"));
        after.ifPresent(mark -> conditions.add("(i.issued_on, i.number) < (:day, :number)"));
        var statement = database.sql("select " + IssuedInvoices.COLUMNS + " from invoice i where "
                        + String.join(" and ", conditions) + " order by i.issued_on desc, i.number desc limit :limit")
                .param("limit", limit);
        which.agreement().ifPresent(agreement -> statement.param("agreement", agreement.value()));
        which.from().ifPresent(day -> statement.param("from", day));
        which.to().ifPresent(day -> statement.param("to", day));
        after.ifPresent(mark -> statement.param("day", mark.issuedOn()).param("number", mark.number()));
        return statement.query((row, index) -> IssuedInvoices.invoice(row)).list();
    }
}
