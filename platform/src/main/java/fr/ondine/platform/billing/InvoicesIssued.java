package fr.ondine.platform.billing;

import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/**
 * Invoices were issued: those from the first to the last, in the order of their ids; published in the transaction that
 * issues them.
 */
public record InvoicesIssued(TenantId tenant, InvoiceId first, InvoiceId last) implements TenantEvent {

    public boolean isOne() {
        return first.equals(last);
    }
}
