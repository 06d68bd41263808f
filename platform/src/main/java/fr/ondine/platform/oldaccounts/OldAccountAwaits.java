package fr.ondine.platform.oldaccounts;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Instant;

/**
 * Somebody who has shown that a former login is theirs gave the address of an account. Its owner alone may bring the
 * contracts in, signed in, by a link ({@code /contrats/ancien-compte?jeton=}) that is to be mailed.
 */
public record OldAccountAwaits(TenantId tenant, UserId user, EmailAddress email, RawToken token, Instant expiresAt)
        implements TenantEvent {}
