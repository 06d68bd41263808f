package fr.ondine.platform.payments;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The provider has the money and the ledger knows it; published in that same transaction. */
public record PaymentSettled(
        TenantId tenant,
        PaymentId payment,
        ReceivableId invoice,
        AgreementId agreement,
        @Nullable UserId user,
        Money amount,
        LocalDate receivedOn)
        implements TenantEvent {}
