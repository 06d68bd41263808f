package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Instant;

/** An account waits for its owner to follow a link ({@code /activation?jeton=}) that is to be mailed. */
public record ActivationRequested(
        TenantId tenant,
        UserId user,
        EmailAddress email,
        PersonName name,
        Reason reason,
        RawToken token,
        Instant expiresAt)
        implements TenantEvent {

    /** What led to it, because the mail says so. */
    public enum Reason {
        SIGN_UP,
        CLAIM,
        INVITATION,
        FRANCE_CONNECT
    }
}
