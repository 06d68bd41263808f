package fr.ondine.platform.provider;

import fr.ondine.platform.kernel.RawToken;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** Tokens by which a program renews its access. However often it does, the end stays where it was. */
@Component
class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

    private final ProviderSettings settings;
    private final Clock clock;

    RefreshTokens(ProviderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
            return null;
        }
        var now = clock.instant();
        var end = Optional.ofNullable(context.getAuthorization())
                .map(authorization -> authorization.getRefreshToken())
                .map(former -> former.getToken().getExpiresAt())
                .orElseGet(() -> now.plus(settings.refreshLife()));
        return new OAuth2RefreshToken(RawToken.fresh().value(), now, end);
    }
}
