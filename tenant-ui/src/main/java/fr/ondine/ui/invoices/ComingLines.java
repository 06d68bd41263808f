package fr.ondine.ui.invoices;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.ondine.platform.billing.InvoiceSummary;
import java.util.List;
import java.util.Objects;

/** What is paid without the holder doing anything, and when: debits, monthly instalments, a payment in progress. */
public final class ComingLines extends Div {

    private ComingLines(String prefix, List<InvoiceSummary> coming) {
        addClassName("lines");
        coming.forEach(invoice -> add(new Paragraph(sentence(prefix, invoice))));
        coming.stream()
                .map(InvoiceSummary::missed)
                .filter(Objects::nonNull)
                .forEach(
                        missed -> add(new Paragraph(getTranslation("invoices.coming.sent-back", missed.sentBackOn()))));
    }

    /** What stands over them when nothing is asked. */
    public static String heading(List<InvoiceSummary> coming) {
        var allIsWell = coming.stream().allMatch(invoice -> invoice.missed() == null);
        return allIsWell ? "invoices.coming" : "invoices.coming.returned";
    }

    public static ComingLines alone(List<InvoiceSummary> coming) {
        return new ComingLines("invoices.coming.", coming);
    }

    /** Beside an amount that is asked: each sentence says that it is about another invoice. */
    public static ComingLines besideAsked(List<InvoiceSummary> coming) {
        return new ComingLines("invoices.coming.other.", coming);
    }

    private String sentence(String prefix, InvoiceSummary invoice) {
        return getTranslation(prefix + InvoiceWords.key(invoice.state()), invoice.left(), invoice.dueOn());
    }
}
