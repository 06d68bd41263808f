package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import java.util.List;
import java.util.Optional;

/**
 * A page of invoices for programs, the newest first.
 *
 * @param next from where the list goes on; empty where it ends
 */
public record InvoiceFeed(List<Row> rows, Optional<InvoiceMark> next) {

    public InvoiceFeed {
        rows = List.copyOf(rows);
    }

    public record Row(InvoiceSummary invoice, AgreementId agreement) {}
}
