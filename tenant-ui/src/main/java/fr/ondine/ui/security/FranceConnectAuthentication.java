package fr.ondine.ui.security;

import fr.ondine.platform.identity.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A subscriber who came from FranceConnect, with what ends their session there when it ends here. */
final class FranceConnectAuthentication extends AbstractAuthenticationToken {

    private final CurrentUser user;
    private final String idToken;

    FranceConnectAuthentication(CurrentUser user, String idToken) {
        super(PasswordSignIn.SUBSCRIBER);
        this.user = user;
        this.idToken = idToken;
        setAuthenticated(true);
    }

    String idToken() {
        return idToken;
    }

    /** The same session, of what the account has become. */
    FranceConnectAuthentication as(CurrentUser become) {
        return new FranceConnectAuthentication(become, idToken);
    }

    @Override
    public CurrentUser getPrincipal() {
        return user;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FranceConnectAuthentication same
                && user.equals(same.user)
                && idToken.equals(same.idToken);
    }

    @Override
    public int hashCode() {
        return user.hashCode();
    }
}
