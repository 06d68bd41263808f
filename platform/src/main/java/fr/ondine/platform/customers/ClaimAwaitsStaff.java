package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.util.UUID;

/** A claim that only customer service can decide. */
public record ClaimAwaitsStaff(TenantId tenant, UUID claim, EmailAddress claimant, String number)
        implements TenantEvent {}
