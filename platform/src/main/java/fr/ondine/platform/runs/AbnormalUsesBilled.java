package fr.ondine.platform.runs;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.metering.ComparedUse;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.LocalDate;
import java.util.List;

/** A run bills dwellings more than twice what is usual there; published in the transaction that issues the invoices. */
public record AbnormalUsesBilled(TenantId tenant, LocalDate issuedOn, List<Billed> uses) implements TenantEvent {

    public AbnormalUsesBilled {
        uses = List.copyOf(uses);
    }

    /** What one invoice bills. */
    public record Billed(InvoiceId invoice, AgreementId agreement, ComparedUse use) {}
}
