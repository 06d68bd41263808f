package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** Access to the portal is gone, contracts go on; whoever linked something to the user forgets it. The owner is told. */
public record AccountDeleted(TenantId tenant, UserId user, EmailAddress email) implements TenantEvent {}
