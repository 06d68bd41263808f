package fr.ondine.ui.invoices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.shell.ResponsiveTable;
import fr.ondine.ui.shell.Written;

/** Invoices one under the other, the latest first; cards on a phone. */
final class InvoiceTable extends ResponsiveTable {

    private final ChosenContract chosen;
    private final Settling settling;

    /** An invoice of another number than the contract's says so: the agreement was re-numbered since. */
    InvoiceTable(ChosenContract chosen, Settling settling) {
        this.chosen = chosen;
        this.settling = settling;
        column(getTranslation("invoices.column.date"));
        column(getTranslation("invoices.column.subject"));
        keyColumn(getTranslation("invoices.column.amount"));
        column(getTranslation("invoices.column.state"));
        actionColumn(getTranslation("invoices.column.action"));
    }

    void show(InvoiceSummary invoice) {
        row(
                date(invoice),
                subject(invoice),
                lines(new Span(Written.money(invoice.total())), understand(invoice)),
                state(invoice),
                settling.action(invoice));
    }

    private Component date(InvoiceSummary invoice) {
        var pdf = new PaperLink(invoice, said(invoice, "pdf"));
        pdf.getElement().setAttribute("aria-label", said(invoice, "pdf.of"));
        return lines(new Span(Written.shortDate(invoice.issuedOn())), small(pdf));
    }

    private Component understand(InvoiceSummary invoice) {
        var link = new UnderstandLink(invoice.id(), chosen, getTranslation("invoices.understand"));
        link.getElement().setAttribute("aria-label", said(invoice, "understand.of"));
        return small(link);
    }

    private Component subject(InvoiceSummary invoice) {
        var subject = lines(new Span(InvoiceWords.subject(invoice)));
        subject.add(small(new Span(said(invoice, "number"))));
        if (!invoice.agreementNumber().equals(chosen.contract().number())) {
            subject.add(small(new Span(getTranslation("invoices.older-number", invoice.agreementNumber()))));
        }
        return subject;
    }

    /** Of a credit note in words of its own. */
    private String said(InvoiceSummary invoice, String what) {
        var named = invoice.kind() == InvoiceKind.CREDIT_NOTE ? "credit-note." + what : what;
        return getTranslation("invoices." + named, invoice.number(), invoice.issuedOn());
    }

    private Component state(InvoiceSummary invoice) {
        var state = lines(InvoiceWords.state(invoice));
        if (invoice.isSettledInPart()) {
            state.add(small(new Span(getTranslation("invoices.rest", invoice.left()))));
        }
        var missed = invoice.missed();
        if (missed != null && missed.sentBackOn() != null) {
            state.add(small(new Span(getTranslation("invoices.sent-back", Written.shortDate(missed.sentBackOn())))));
        }
        return state;
    }

    private static Div lines(Component first, Component... others) {
        var lines = new Div(new Div(first));
        lines.add(others);
        return lines;
    }

    private static Component small(Component content) {
        var line = new Div(content);
        line.addClassNames("small", "soft");
        return line;
    }
}
