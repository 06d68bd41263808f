package fr.ondine.platform.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Reads what a provider signed: with the one algorithm that the utility's client has, for that client, and in time.
 * Spring's own factory keeps its decoders by the name of a registration, which is the same at all utilities.
 */
class Decoders {

    private final Cache<Key, JwtDecoder> known = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final @Nullable String level;
    private final RestTemplate keys;

    Decoders(ProviderTerms terms) {
        level = terms.level();
        keys = new RestTemplate(Connections.within(terms.connectTimeout(), terms.readTimeout()));
        keys.getInterceptors().add(new Connections.OnceMore());
    }

    /** Of a sign-in: by the issuer, for this client, in time, at the level that was asked for, if one was. */
    JwtDecoder idTokens(ClientRegistration client) {
        OAuth2TokenValidator<Jwt> signIn = new OidcIdTokenValidator(client);
        return decoder(
                Kind.ID_TOKEN,
                client,
                Provider.signing(client).tokens(),
                level == null ? List.of(signIn) : List.of(signIn, new JwtClaimValidator<>("acr", level::equals)));
    }

    /** Of a person: by the issuer, for this client, in time. */
    JwtDecoder userinfo(ClientRegistration client, SignatureAlgorithm algorithm) {
        return decoder(
                Kind.USERINFO,
                client,
                algorithm,
                List.of(
                        new JwtTimestampValidator(),
                        new JwtClaimValidator<>("exp", Objects::nonNull),
                        new JwtIssuerValidator(Provider.issuer(client)),
                        new JwtClaimValidator<List<String>>(
                                "aud", audience -> audience != null && audience.contains(client.getClientId()))));
    }

    private JwtDecoder decoder(
            Kind kind,
            ClientRegistration client,
            SignatureAlgorithm algorithm,
            List<OAuth2TokenValidator<Jwt>> validators) {
        var address = Objects.requireNonNull(client.getProviderDetails().getJwkSetUri());
        var key = new Key(TenantContext.current().slug(), kind, address, client.getClientId(), algorithm);
        return known.get(key, absent -> {
            var decoder = NimbusJwtDecoder.withJwkSetUri(address)
                    .jwsAlgorithm(algorithm)
                    .restOperations(keys)
                    .build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validators));
            return decoder;
        });
    }

    private enum Kind {
        ID_TOKEN,
        USERINFO
    }

    private record Key(String utility, Kind kind, String address, String client, SignatureAlgorithm algorithm) {}
}
