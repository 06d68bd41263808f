package fr.ondine.platform.payments;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/** A payment that its payer had finished did not come through; published in the transaction that records it. */
public record PaymentFailed(
        TenantId tenant,
        PaymentId payment,
        ReceivableId invoice,
        AgreementId agreement,
        @Nullable UserId user,
        Money amount)
        implements TenantEvent {}
