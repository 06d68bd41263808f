package fr.ondine.ui.desk;

import static fr.ondine.ui.desk.DeskWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.billing.ListedInvoice;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;
import java.util.List;

/** Invoices of everybody, one under the other. */
final class InvoiceRowsTable extends ResponsiveTable {

    InvoiceRowsTable(InvoiceQuery query, List<ListedInvoice> rows) {
        column(say("desk.invoice"));
        column(say("desk.issued-on"));
        column(say("desk.contract"));
        keyColumn(say("desk.total"));
        endColumn(say("desk.left"));
        column(say("desk.state"));
        rows.forEach(one -> show(query, one));
    }

    private void show(InvoiceQuery query, ListedInvoice listed) {
        var invoice = listed.invoice();
        row(
                DeskWords.lines(new Anchor(query.invoice(invoice.id()), invoice.number()), DeskWords.subject(invoice)),
                DeskWords.day(invoice.issuedOn()),
                DeskWords.lines(new Span(listed.holder()), invoice.agreementNumber()),
                new Span(Written.money(invoice.total())),
                new Span(invoice.left().isPositive() ? Written.money(invoice.left()) : ""),
                DeskWords.state(invoice, listed.isCredited()));
    }
}
