package fr.ondine.ui.invoices;

import com.vaadin.flow.component.html.Anchor;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoiceSummary;

/** Leads to the paper of an invoice, which the browser loads. */
public final class PaperLink extends Anchor {

    public PaperLink(InvoiceSummary invoice, String text) {
        this(invoice.id(), text);
    }

    public PaperLink(InvoiceId invoice, String text) {
        super(InvoiceFile.path(invoice), text);
        setRouterIgnore(true);
    }
}
