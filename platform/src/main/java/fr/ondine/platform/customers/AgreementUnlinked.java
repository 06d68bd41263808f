package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** An agreement is open to a user no longer, by customer service; its number is as printed. */
public record AgreementUnlinked(TenantId tenant, UserId user, String number) implements TenantEvent {}
