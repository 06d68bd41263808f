package fr.ondine.platform.billing;

import java.util.List;
import java.util.Optional;

/** A page of invoices, and from where the list goes on; empty where it ends. */
public record InvoicePage(List<ListedInvoice> rows, Optional<InvoiceMark> next) {

    public InvoicePage {
        rows = List.copyOf(rows);
    }
}
