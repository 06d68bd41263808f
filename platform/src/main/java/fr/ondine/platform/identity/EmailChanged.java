package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Instant;

/** The account has another address; the old one is told, with a link that takes it back ({@code /adresse-retablie?jeton=}). */
public record EmailChanged(
        TenantId tenant,
        UserId user,
        EmailAddress oldEmail,
        EmailAddress newEmail,
        RawToken undoToken,
        Instant undoUntil)
        implements TenantEvent {}
