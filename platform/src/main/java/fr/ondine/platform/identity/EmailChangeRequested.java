package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Instant;

/** A link that confirms the new address ({@code /nouvelle-adresse?jeton=}) is to be mailed to it. */
public record EmailChangeRequested(
        TenantId tenant,
        UserId user,
        EmailAddress currentEmail,
        EmailAddress newEmail,
        RawToken token,
        Instant expiresAt)
        implements TenantEvent {}
