package fr.ondine.platform.identity;

import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.util.Set;
import java.util.UUID;

/**
 * The owner of a mailbox has opened the account; {@code claims} are those that the activation was asked for, which may
 * now go on. Published synchronously, in the transaction that activates.
 */
public record UserActivated(TenantId tenant, UserId user, Set<UUID> claims) implements TenantEvent {}
