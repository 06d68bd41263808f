package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantId;
import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The person who is signed in, as kept in the session: of one utility, and only as long as the account's security
 * version is still this one.
 */
public record CurrentUser(String utility, UserId userId, String address, String displayName, int securityVersion)
        implements AuthenticatedPrincipal, Serializable {

    public TenantId tenant() {
        return new TenantId(utility);
    }

    public EmailAddress email() {
        return new EmailAddress(address);
    }

    /** Names the utility too, so that the same account id elsewhere is somebody else. */
    @Override
    public String getName() {
        return utility + ":" + userId;
    }

    @Override
    public String toString() {
        return getName();
    }
}
