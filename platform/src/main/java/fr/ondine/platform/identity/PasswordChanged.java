package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** The password is another one and every other session has ended; the owner is told by mail. */
public record PasswordChanged(TenantId tenant, UserId user, EmailAddress email) implements TenantEvent {}
