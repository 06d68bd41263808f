package fr.ondine.platform.billing;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** Invoices of an agreement come in another form from now on. */
public record InvoiceFormChosen(TenantId tenant, AgreementId agreement, InvoiceForm before, InvoiceForm now)
        implements TenantEvent {}
