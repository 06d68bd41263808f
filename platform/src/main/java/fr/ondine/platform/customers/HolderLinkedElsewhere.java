package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** An agreement that is open to {@code user} was opened to somebody else too; {@code user} keeps it and is told. */
public record HolderLinkedElsewhere(TenantId tenant, UserId user, AgreementId agreement, String number)
        implements TenantEvent {}
