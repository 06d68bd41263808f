package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Instant;

/** FranceConnect alone let somebody in, and the utility offers it no longer: they choose a password by a mailed link. */
public record WayInClosed(TenantId tenant, UserId user, EmailAddress email, RawToken token, Instant expiresAt)
        implements TenantEvent {}
