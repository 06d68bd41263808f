package fr.ondine.ui.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.invoices.InvoiceWords;
import fr.ondine.ui.invoices.PaperLink;
import fr.ondine.ui.invoices.UnderstandLink;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Written;

/** The latest invoice, whatever is left of it, and the way to read it. */
class LastInvoiceCard extends Card {

    LastInvoiceCard(InvoiceSummary invoice, ChosenContract chosen) {
        var head = new Div(new H2(getTranslation("dashboard.last")), InvoiceWords.state(invoice));
        head.addClassNames("row", "spread");
        add(head, facts(invoice), links(invoice, chosen));
    }

    private Definitions facts(InvoiceSummary invoice) {
        return new Definitions()
                .with(getTranslation("dashboard.last.number"), invoice.number())
                .with(getTranslation("dashboard.last.subject"), InvoiceWords.subject(invoice))
                .with(getTranslation("dashboard.last.total"), Written.money(invoice.total()))
                .with(
                        getTranslation("dashboard.last.left"),
                        invoice.isSettledInPart() ? Written.money(invoice.left()) : null)
                .with(
                        getTranslation("dashboard.last.due-on"),
                        hasDueDate(invoice) ? Written.date(invoice.dueOn()) : null);
    }

    /** A monthly plan has its own dates, and its invoice's may be long past; what is carried is due with the next one. */
    private static boolean hasDueDate(InvoiceSummary invoice) {
        return invoice.total().isPositive()
                && invoice.state() != ReceivableState.BY_INSTALMENTS
                && invoice.state() != ReceivableState.CARRIED;
    }

    private Div links(InvoiceSummary invoice, ChosenContract chosen) {
        var paper = new PaperLink(invoice, getTranslation("dashboard.last.read"));
        var understand = new UnderstandLink(invoice.id(), chosen, getTranslation("dashboard.understand"));
        var links = new Div(paper, understand, new Anchor(chosen.link("factures"), getTranslation("dashboard.see")));
        links.addClassNames("row", "actions");
        return links;
    }
}
