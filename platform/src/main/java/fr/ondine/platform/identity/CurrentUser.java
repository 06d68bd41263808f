package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantId;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The person who is signed in, as kept in the session: of one utility, and only as long as the account's security
 * version is still this one and nobody has ended the session.
 *
 * @param session which line of the person's list of devices this is; null in what began before there was one
 */
public record CurrentUser(
        String utility,
        UserId userId,
        String address,
        String displayName,
        int securityVersion,
        @Nullable UUID session) implements AuthenticatedPrincipal, Serializable {

    public CurrentUser(String utility, UserId userId, String address, String displayName, int securityVersion) {
        this(utility, userId, address, displayName, securityVersion, null);
    }

    public TenantId tenant() {
        return new TenantId(utility);
    }

    public EmailAddress email() {
        return new EmailAddress(address);
    }

    /** The same person in that session. */
    public CurrentUser in(@Nullable UUID which) {
        return new CurrentUser(utility, userId, address, displayName, securityVersion, which);
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
