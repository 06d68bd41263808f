package fr.ondine.platform.provider;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import fr.ondine.platform.tenancy.TenantRedis;
import fr.ondine.platform.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Reads by which a program shows who it is ({@code private_key_jwt}): signed by one of its keys, for this utility's issuer
 * alone, for five minutes at most, and once.
 */
@Component
class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final OAuth2Error REFUSED = new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT);

    private final Tenants tenants;
    private final TenantRedis redis;
    private final Clock clock;

    ClientAssertions(Tenants tenants, TenantRedis redis, Clock clock) {
        this.tenants = tenants;
        this.redis = redis;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        var keys = Optional.ofNullable(client.getClientSettings().<String>getSetting(RegisteredClients.KEYS))
                .map(PublicKeys::read)
                .orElseThrow(() -> new OAuth2AuthenticationException(REFUSED));
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                new JwtClaimValidator<>("iss", client.getClientId()::equals),
                new JwtClaimValidator<>("sub", client.getClientId()::equals),
                // the issuer alone: an assertion for another address may have been made for somebody else
                new JwtClaimValidator<>("aud", List.of(tenants.origin())::equals),
                new JwtTimestampValidator(SKEW),
                this::shortlyAndOnce));
        return decoder;
    }

    private OAuth2TokenValidatorResult shortlyAndOnce(Jwt assertion) {
        var until = assertion.getExpiresAt();
        var id = assertion.getId();
        if (until == null
                || until.isAfter(clock.instant().plus(LONGEST).plus(SKEW))
                || id == null
                || id.isBlank()
                || id.length() > 200
                || !redis.putIfAbsent(
                        "assertion",
                        assertion.getSubject() + ":" + id,
                        "",
                        LONGEST.plus(SKEW).plus(SKEW))) {
            return OAuth2TokenValidatorResult.failure(REFUSED);
        }
        return OAuth2TokenValidatorResult.success();
    }
}
