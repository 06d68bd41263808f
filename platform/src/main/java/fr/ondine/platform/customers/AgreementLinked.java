package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * An agreement is open to a user now; numbers are as printed.
 *
 * @param olderNumber the number that the claim was made with, when it is no longer today's
 * @param agreements how many agreements of that holder the user sees now
 */
public record AgreementLinked(
        TenantId tenant,
        UserId user,
        AgreementId agreement,
        String number,
        @Nullable String olderNumber,
        int agreements)
        implements TenantEvent {}
