package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** Somebody who knows the password takes all that is known of the person; the owner is told. */
public record PersonalDataAsked(TenantId tenant, UserId user, EmailAddress email) implements TenantEvent {}
