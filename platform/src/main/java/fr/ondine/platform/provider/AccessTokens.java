package fr.ondine.platform.provider;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the bound utility's interface by a token: signed by its own keys, by its issuer, for itself, and not revoked. */
@Service
public class AccessTokens {

    /** RFC 9068: an identity token is none of these. */
    static final String TYPE = "at+jwt";

    private final NimbusJwtDecoder decoder;
    private final AuthorizationStore authorizations;
    private final Sessions sessions;
    private final Clock clock;

    AccessTokens(
            PublishedKeys keys, Tenants tenants, AuthorizationStore authorizations, Sessions sessions, Clock clock) {
        this.decoder = decoder(keys, tenants);
        this.authorizations = authorizations;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** For whom the utility's tokens are: its interface, at its own address. */
    static String audience(Tenants tenants) {
        return tenants.origin() + "/api/v1";
    }

    /** Who comes with that token, or {@link TokenRefused}. */
    @Transactional(readOnly = true)
    public ApiCaller open(String token) {
        var scopes = scopes(token);
        var granted = authorizations.byAccess(token, clock.instant()).orElseThrow(TokenRefused::new);
        var here = TenantContext.current().slug();
        if (!granted.person(here).map(sessions::isCurrent).orElse(true)) {
            throw new TokenRefused();
        }
        scopes.retainAll(granted.scopes());
        return new ApiCaller(
                here, granted.client(), granted.user() == null ? null : new UserId(granted.user()), scopes);
    }

    /** Of the token itself: a program may have asked for less than it was let do. */
    private Set<String> scopes(String token) {
        try {
            var scope = decoder.decode(token).getClaimAsString("scope");
            return new HashSet<>(scope == null ? List.of() : List.of(scope.split(" ")));
        } catch (JwtException refused) {
            throw new TokenRefused();
        }
    }

    private static NimbusJwtDecoder decoder(PublishedKeys keys, Tenants tenants) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TYPE)));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                new JwtTimestampValidator(),
                new JwtClaimValidator<>("exp", exp -> exp != null),
                new JwtClaimValidator<>(
                        "iss", (String issuer) -> tenants.origin().equals(issuer)),
                new JwtClaimValidator<List<String>>("aud", whom -> whom != null && whom.contains(audience(tenants)))));
        return decoder;
    }
}
