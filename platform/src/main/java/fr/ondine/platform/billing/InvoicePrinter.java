package fr.ondine.platform.billing;

import fr.ondine.platform.documents.LinearText;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.platform.facturx.ElectronicInvoice;
import fr.ondine.platform.facturx.FacturX;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.tenantconfig.TenantConfig;
import java.util.Map;
import java.util.Optional;

/** Sets an invoice as a PDF that people and software read: its page in a brand, and Factur-X in it where all is known. */
record InvoicePrinter(PdfRenderer renderer) {

    /**
     * What a paper has of the utility.
     *
     * @param logo the image itself, since nothing is loaded while a paper is set; empty without one
     * @param origin of the portal
     */
    record Letterhead(TenantConfig utility, String logo, String origin) {}

    byte[] pdf(PrintedInvoice printed, Letterhead head) {
        var page = page(printed, head);
        return electronic(printed, head)
                .map(electronic -> renderer.pdf(page, FacturX.of(electronic)))
                .orElseGet(() -> renderer.pdf(page));
    }

    /** The page alone, before it is set. */
    String page(PrintedInvoice printed, Letterhead head) {
        return renderer.page("invoice", writing(head).locale(), values(printed, head));
    }

    /** What software reads of it. */
    Optional<ElectronicInvoice> electronic(PrintedInvoice printed, Letterhead head) {
        return ElectronicInvoices.of(printed, head.utility(), sentences(head));
    }

    /** From top to bottom, without a table. */
    LinearText text(PrintedInvoice printed, Letterhead head) {
        return InvoiceText.of(printed, head, sentences(head));
    }

    /** In letters of 18 points. */
    byte[] largePrint(PrintedInvoice printed, Letterhead head) {
        return renderer.render(
                "large",
                writing(head).locale(),
                Map.of(
                        "text", text(printed, head),
                        "author", head.utility().legal().legalName(),
                        "say", sentences(head),
                        "w", writing(head)));
    }

    private Map<String, Object> values(PrintedInvoice printed, Letterhead head) {
        return Map.of(
                "paper", printed,
                "invoice", printed.invoice(),
                "utility", head.utility(),
                "logo", head.logo(),
                "head", head,
                "say", sentences(head),
                "w", writing(head));
    }

    private PaperSentences sentences(Letterhead head) {
        return new PaperSentences(renderer, writing(head));
    }

    private static Writing writing(Letterhead head) {
        return new Writing(head.utility().languages().getFirst());
    }
}
