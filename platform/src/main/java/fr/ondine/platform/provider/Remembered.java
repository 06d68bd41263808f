package fr.ondine.platform.provider;

import com.nimbusds.jwt.SignedJWT;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import java.security.Principal;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** A row as Spring's authorization server wants it, with the one secret that was shown: all others are digests. */
@Component
class Remembered {

    /** Attribute: when the person who agreed had last shown who they are. */
    static final String SHOWN_AT = "ondine.shown-at";

    /** Stands for an identity token that was given out: a program that renews its tokens gets another. */
    private static final String FORMER = "former";

    private final RegisteredClients clients;
    private final Tenants tenants;

    Remembered(RegisteredClients clients, Tenants tenants) {
        this.clients = clients;
        this.tenants = tenants;
    }

    Optional<OAuth2Authorization> of(Granted granted, Shown shown) {
        return Optional.ofNullable(clients.findById(granted.client().toString()))
                .map(client -> of(granted, shown, client));
    }

    private OAuth2Authorization of(Granted granted, Shown shown, RegisteredClient client) {
        var person = granted.person(TenantContext.current().slug());
        var authorization = OAuth2Authorization.withRegisteredClient(client)
                .id(granted.id().toString())
                .principalName(person.map(CurrentUser::getName).orElse(client.getClientId()))
                .authorizationGrantType(new AuthorizationGrantType(granted.grantType()))
                .authorizedScopes(granted.scopes())
                .attributes(shown::putInto);
        person.ifPresent(user -> {
            authorization.attribute(
                    Principal.class.getName(),
                    UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
            authorization.attribute(OAuth2AuthorizationRequest.class.getName(), request(granted, client));
            if (granted.shownAt() != null) {
                authorization.attribute(SHOWN_AT, granted.shownAt());
            }
        });
        switch (shown.kind()) {
            case CONSENT -> authorization.attribute(OAuth2ParameterNames.STATE, shown.secret());
            case CODE ->
                authorization.token(new OAuth2AuthorizationCode(
                        shown.secret(), granted.createdAt(), Objects.requireNonNull(granted.codeExpiresAt())));
            case ACCESS -> addAccess(authorization, shown.secret(), granted);
            case REFRESH -> {
                authorization.refreshToken(
                        new OAuth2RefreshToken(shown.secret(), granted.createdAt(), granted.endsAt()));
                authorization.token(former(granted, client), metadata -> {});
            }
            case NOTHING -> {}
        }
        return authorization.build();
    }

    private OAuth2AuthorizationRequest request(Granted granted, RegisteredClient client) {
        var more = new HashMap<String, Object>();
        if (granted.challenge() != null) {
            more.put(PkceParameterNames.CODE_CHALLENGE, granted.challenge());
            more.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
        }
        if (granted.nonce() != null) {
            more.put(OidcParameterNames.NONCE, granted.nonce());
        }
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(tenants.origin() + "/oauth2/authorize")
                .clientId(client.getClientId())
                .redirectUri(granted.redirect())
                .scopes(granted.requested())
                .state(granted.clientState())
                .additionalParameters(more)
                .build();
    }

    private static OidcIdToken former(Granted granted, RegisteredClient client) {
        return OidcIdToken.withTokenValue(FORMER)
                .subject(granted.id().toString())
                .audience(List.of(client.getClientId()))
                .issuedAt(granted.createdAt())
                .expiresAt(granted.endsAt())
                .build();
    }

    private static void addAccess(OAuth2Authorization.Builder authorization, String value, Granted granted) {
        var claims = claims(value);
        var token = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                value,
                (Instant) claims.get("iat"),
                (Instant) claims.get("exp"),
                granted.scopes());
        authorization.token(token, metadata -> metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, claims));
    }

    /** Of a token that we have given out: its digest is known. */
    private static Map<String, Object> claims(String value) {
        try {
            var claims = new HashMap<>(SignedJWT.parse(value).getJWTClaimsSet().getClaims());
            claims.replaceAll((name, claim) -> claim instanceof Date time ? time.toInstant() : claim);
            return claims;
        } catch (ParseException ours) {
            throw new IllegalStateException("a token of ours cannot be read", ours);
        }
    }
}
