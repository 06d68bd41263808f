package fr.ondine.platform.billing;

import java.util.List;
import java.util.Optional;

/**
 * A page of invoices.
 *
 * @param next from where the list goes on; empty where it ends
 * @param isCut whether so many contracts begin as was typed that those of some are not in the list
 */
public record InvoicePage(List<ListedInvoice> rows, Optional<InvoiceMark> next, boolean isCut) {

    public InvoicePage {
        rows = List.copyOf(rows);
    }
}
