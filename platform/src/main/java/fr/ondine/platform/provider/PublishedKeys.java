package fr.ondine.platform.provider;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The public keys of the bound utility, for whoever verifies its tokens: itself too. No private half comes this way. */
@Component
class PublishedKeys implements JWKSource<SecurityContext> {

    private final ProviderKeys keys;

    PublishedKeys(ProviderKeys keys) {
        this.keys = keys;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys.published());
    }
}
