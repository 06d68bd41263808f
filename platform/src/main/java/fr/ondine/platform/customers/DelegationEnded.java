package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** Somebody sees a holder's contract no more; both are told. */
public record DelegationEnded(TenantId tenant, EmailAddress holder, EmailAddress delegate, String number)
        implements TenantEvent {}
