package fr.ondine.platform.identity;

import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The owner of a mailbox has opened the account; {@code claim} is the one that the activation was asked for, which may
 * now go on. Published synchronously, in the transaction that activates.
 */
public record UserActivated(
        TenantId tenant, UserId user, @Nullable UUID claim) implements TenantEvent {}
