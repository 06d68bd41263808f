package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Instant;

/**
 * The owner took the account's address back; whoever let others in by it meanwhile may have been somebody else. Published
 * synchronously, in the transaction that does it.
 *
 * @param left the address that it had meanwhile, which is told
 * @param changedAt since when the account had that one, or another that was not its owner's
 */
public record AddressRestored(TenantId tenant, UserId user, EmailAddress left, Instant changedAt)
        implements TenantEvent {}
