package fr.ondine.platform.billing;

import fr.ondine.platform.billing.InvoicePrinter.Letterhead;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.platform.kernel.Writing;
import java.util.List;
import java.util.Map;

/**
 * The first sheet in an envelope with an invoice that shows no address itself: letters of 18 points leave no room for one in
 * the window, and braille has no ink.
 */
record AddressSheet(PdfRenderer renderer) {

    static boolean isNeeded(InvoiceForm form) {
        return form == InvoiceForm.LARGE_PRINT || form.isBraille();
    }

    /**
     * What lies below it.
     *
     * @param number as printed
     */
    record Enclosed(String number, boolean isCreditNote, InvoiceForm form) {}

    byte[] pdf(Enclosed enclosed, List<String> address, Letterhead head) {
        var writing = new Writing(head.utility().languages().getFirst());
        return renderer.render(
                "sheet",
                writing.locale(),
                Map.of(
                        "enclosed", enclosed,
                        "address", address,
                        "utility", head.utility(),
                        "logo", head.logo(),
                        "w", writing));
    }
}
