package fr.ondine.platform.receivables;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.util.List;

/** Something was billed to these agreements, or paid by them; each may be told of more than once. */
public record BalancesMoved(TenantId tenant, List<AgreementId> agreements) implements TenantEvent {

    public BalancesMoved {
        agreements = List.copyOf(agreements);
    }
}
