package fr.ondine.platform.provider;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bound utility's programs as Spring's authorization server wants them; it changes none of them. */
@Component
class RegisteredClients implements RegisteredClientRepository {

    /** Setting: the public keys, as they were pasted; whoever reads them knows the program already. */
    static final String KEYS = "ondine.keys";

    private final ClientStore clients;
    private final ProviderSettings settings;

    RegisteredClients(ClientStore clients, ProviderSettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new IllegalStateException("programs are registered by administrators alone");
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable RegisteredClient findById(String id) {
        return clients.find(UUID.fromString(id)).map(this::registered).orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clients.find(clientId).map(this::registered).orElse(null);
    }

    private RegisteredClient registered(KnownClient client) {
        var registered = RegisteredClient.withId(client.id().toString())
                .clientId(client.clientId())
                .clientName(client.name())
                .clientIdIssuedAt(client.createdAt())
                .scopes(all -> all.addAll(client.scopes()))
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(settings.codeLife())
                        .accessTokenTimeToLive(settings.accessLife())
                        .refreshTokenTimeToLive(settings.refreshLife())
                        .reuseRefreshTokens(false)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                        .build());
        var way = ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(true);
        if (client.publicKeys() != null) {
            way.setting(KEYS, client.publicKeys());
        }
        if (client.secretHash() == null) {
            registered.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
            way.tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES256);
        } else {
            registered
                    .clientSecret(client.secretHash())
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        }
        switch (client.kind()) {
            case MACHINE -> registered.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
            case APPLICATION ->
                registered
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                        .redirectUris(all -> all.addAll(client.redirects()));
        }
        return registered.clientSettings(way.build()).build();
    }
}
