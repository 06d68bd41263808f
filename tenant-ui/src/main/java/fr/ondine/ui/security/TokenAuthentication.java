package fr.ondine.ui.security;

import fr.ondine.platform.provider.ApiCaller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A program that showed a token. It has no role, so that it opens no page. */
public final class TokenAuthentication extends AbstractAuthenticationToken {

    private final ApiCaller caller;

    TokenAuthentication(ApiCaller caller) {
        super(List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    public ApiCaller caller() {
        return caller;
    }

    @Override
    public ApiCaller getPrincipal() {
        return caller;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }
}
