package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/**
 * Somebody tried to open an account with an address that has one; only its owner is told, by mail.
 *
 * @param identified whether that was somebody whom FranceConnect had named, and who may link that to the account
 */
public record AccountAlreadyExists(TenantId tenant, UserId user, EmailAddress email, boolean identified)
        implements TenantEvent {}
