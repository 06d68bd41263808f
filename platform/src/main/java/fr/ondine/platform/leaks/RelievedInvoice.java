package fr.ondine.platform.leaks;

import static java.util.stream.Collectors.toMap;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.credits.CreditPart;
import fr.ondine.platform.credits.CreditPreview;
import java.util.List;
import java.util.Map;

/**
 * What relief would do to an invoice.
 *
 * @param number as it is printed
 * @param lines of which less is due
 */
public record RelievedInvoice(InvoiceId id, String number, List<RelievedLine> lines, CreditPreview effect) {

    public RelievedInvoice {
        lines = List.copyOf(lines);
    }

    static Map<Integer, CreditPart> parts(List<RelievedLine> lines) {
        return lines.stream()
                .collect(
                        toMap(line -> line.billed().position(), line -> new CreditPart(line.taken(), line.quantity())));
    }
}
