package fr.ondine.platform.billing;

import fr.ondine.platform.documents.PdfRenderer;
import org.springframework.context.ApplicationContext;

/** The pages of invoices before they are set: what a measure sets by itself, beside the whole way. */
public record PaperPages(ApplicationContext application) {

    /** In a transaction of the utility. */
    public String of(InvoiceId id) {
        var invoice = application.getBean(IssuedInvoices.class).find(id).orElseThrow();
        var paper = application.getBean(InvoicePaper.class);
        var head = paper.letterhead(invoice);
        return new InvoicePrinter(application.getBean(PdfRenderer.class))
                .page(paper.printed(invoice, paper.addressee(invoice, null), head), head);
    }
}
