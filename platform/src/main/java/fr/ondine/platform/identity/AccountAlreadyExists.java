package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** Somebody tried to open an account with an address that has one; only its owner is told, by mail. */
public record AccountAlreadyExists(TenantId tenant, UserId user, EmailAddress email) implements TenantEvent {}
