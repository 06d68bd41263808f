package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Instant;

/** A link to choose a new password ({@code /nouveau-mot-de-passe?jeton=}) is to be mailed. */
public record PasswordResetRequested(
        TenantId tenant, UserId user, EmailAddress email, Reason reason, RawToken token, Instant expiresAt)
        implements TenantEvent {

    public enum Reason {
        /** They asked for it, and their password opens the account until they choose another. */
        FORGOTTEN,
        /** They took their address back, and no password opens the account until they choose one. */
        ADDRESS_RESTORED
    }
}
