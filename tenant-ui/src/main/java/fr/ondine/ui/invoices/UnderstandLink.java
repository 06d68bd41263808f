package fr.ondine.ui.invoices;

import com.vaadin.flow.component.html.Anchor;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.ui.contract.ChosenContract;

/** Leads from an invoice to the page that explains it, which keeps the chosen contract. */
public final class UnderstandLink extends Anchor {

    public UnderstandLink(InvoiceId invoice, ChosenContract chosen, String text) {
        super(chosen.link(path(invoice)), text);
    }

    static String path(InvoiceId invoice) {
        return "factures/" + invoice.value() + "/comprendre";
    }
}
