package fr.ondine.platform.provider;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** What Spring's authorization server is given in place of its own. */
@Configuration(proxyBeanMethods = false)
class TokenFactory {

    /** No issuer: it is the host's, which is the bound utility's; no paths, which would be issuers of anybody's choice. */
    @Bean
    AuthorizationServerSettings providerAddresses() {
        return AuthorizationServerSettings.builder()
                .multipleIssuersAllowed(false)
                .build();
    }

    @Bean
    OAuth2TokenGenerator<OAuth2Token> providerTokens(TokenSigner signer, TokenClaims claims, RefreshTokens refresh) {
        var tokens = new JwtGenerator(signer);
        tokens.setJwtCustomizer(claims);
        return new DelegatingOAuth2TokenGenerator(tokens, refresh);
    }
}
