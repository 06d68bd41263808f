package fr.ondine.platform.credits;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.receivables.Allocation;
import fr.ondine.platform.receivables.LedgerAt;
import fr.ondine.platform.runs.InvoiceNumbers;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import org.springframework.beans.factory.BeanFactory;

/** Credit notes as they are issued on the day of another clock, and told to nobody; in the caller's transaction. */
public final class CreditsAt {

    private CreditsAt() {}

    public static CreditNotes clock(Clock clock, BeanFactory beans) {
        return new CreditNotes(
                beans.getBean(CreditStore.class),
                beans.getBean(InvoiceNumbers.class),
                LedgerAt.clock(clock, beans),
                beans.getBean(Allocation.class),
                beans.getBean(AuditTrail.class),
                beans.getBean(Tenants.class),
                clock,
                event -> {});
    }
}
