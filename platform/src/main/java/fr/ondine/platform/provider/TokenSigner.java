package fr.ondine.platform.provider;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Signs with the one key of the bound utility that signs now. */
@Component
class TokenSigner implements JwtEncoder {

    private final ProviderKeys keys;

    TokenSigner(ProviderKeys keys) {
        this.keys = keys;
    }

    @Override
    public Jwt encode(JwtEncoderParameters parameters) {
        var active = new ImmutableJWKSet<SecurityContext>(new JWKSet(keys.signing()));
        return new NimbusJwtEncoder(active).encode(parameters);
    }
}
