package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Instant;

/** A link to choose a new password ({@code /nouveau-mot-de-passe?jeton=}) is to be mailed. */
public record PasswordResetRequested(
        TenantId tenant, UserId user, EmailAddress email, RawToken token, Instant expiresAt) implements TenantEvent {}
