package fr.ondine.platform.billing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the pages of a list of invoices. */
@Component
class ListedInvoices {

    private final InvoiceRows rows;
    private final InvoiceSummaries summaries;

    ListedInvoices(InvoiceRows rows, InvoiceSummaries summaries) {
        this.rows = rows;
        this.summaries = summaries;
    }

    InvoicePage page(InvoiceFilter filter, Optional<InvoiceMark> from, int size) {
        var found = rows.list(filter, from, size + 1);
        var shown = found.stream().limit(size).toList();
        var next = found.size() > size
                ? Optional.of(shown.getLast().mark())
                : filter.isSparse() ? rows.lookedUpTo(filter, from) : Optional.<InvoiceMark>empty();
        return new InvoicePage(listed(shown), next, rows.isCut(filter));
    }

    private List<ListedInvoice> listed(List<InvoiceRows.Row> shown) {
        var known = summaries.of(shown.stream().map(InvoiceRows.Row::invoice).toList());
        var listed = new ArrayList<ListedInvoice>();
        for (var at = 0; at < shown.size(); at++) {
            var row = shown.get(at);
            listed.add(new ListedInvoice(known.get(at), row.holder(), row.credited()));
        }
        return listed;
    }
}
