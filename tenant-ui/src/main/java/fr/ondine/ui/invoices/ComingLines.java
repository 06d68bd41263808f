package fr.ondine.ui.invoices;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.billing.InvoiceSummary;
import java.util.List;

/** What is paid without the holder doing anything, and when: debits, monthly instalments, a payment in progress. */
public final class ComingLines extends Div {

    public ComingLines(List<InvoiceSummary> coming) {
        coming.forEach(invoice -> add(new Paragraph(sentence(invoice))));
    }

    private String sentence(InvoiceSummary invoice) {
        var key = "invoices.coming." + InvoiceWords.key(invoice.state());
        return getTranslation(key, invoice.left(), invoice.dueOn());
    }
}
