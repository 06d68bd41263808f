package fr.ondine.platform.provider;

import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** What tokens say: for the interface, the utility's own address as their audience; of a person, what they agreed to. */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Tenants tenants;
    private final Profiles profiles;

    TokenClaims(Tenants tenants, Profiles profiles) {
        this.tenants = tenants;
        this.profiles = profiles;
    }

    @Override
    public void customize(JwtEncodingContext token) {
        token.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
        var isAccess = OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType());
        if (isAccess) {
            token.getJwsHeader().type(AccessTokens.TYPE);
            token.getClaims()
                    .audience(List.of(AccessTokens.audience(tenants)))
                    .claim("client_id", token.getRegisteredClient().getClientId())
                    .claim("scope", String.join(" ", token.getAuthorizedScopes()));
        }
        var principal = token.getPrincipal();
        if (principal != null && principal.getPrincipal() instanceof CurrentUser person) {
            token.getClaims().subject(person.userId().toString());
            if (!isAccess) {
                tellWhenShown(token);
                tell(person, token);
            }
        }
    }

    private static void tellWhenShown(JwtEncodingContext token) {
        var authorization = token.getAuthorization();
        if (authorization != null && authorization.getAttribute(Remembered.SHOWN_AT) instanceof Instant shownAt) {
            token.getClaims().claim(IdTokenClaimNames.AUTH_TIME, shownAt.getEpochSecond());
        }
    }

    private void tell(CurrentUser person, JwtEncodingContext token) {
        var known = profiles.of(person.userId());
        if (token.getAuthorizedScopes().contains(ClientScope.EMAIL.word())) {
            // an account is opened by a link to its address alone
            token.getClaims().claim("email", known.email().value()).claim("email_verified", true);
        }
        if (token.getAuthorizedScopes().contains(ClientScope.PROFILE.word())) {
            tell("name", known.name().full(), token);
            tell("given_name", known.name().firstName(), token);
            tell("family_name", known.name().lastName(), token);
        }
    }

    private static void tell(String claim, @Nullable String value, JwtEncodingContext token) {
        if (value != null && !value.isEmpty()) {
            token.getClaims().claim(claim, value);
        }
    }
}
