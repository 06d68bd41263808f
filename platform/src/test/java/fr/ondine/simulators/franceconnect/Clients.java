package fr.ondine.simulators.franceconnect;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The clients that were registered, with FranceConnect's lifetimes. */
final class Clients implements RegisteredClientRepository {

    private static final Duration CODE = Duration.ofSeconds(30);
    static final Duration TOKEN = Duration.ofSeconds(60);

    private final Map<String, Client> byId = new ConcurrentHashMap<>();

    void register(Client client) {
        byId.put(client.id(), client);
    }

    Client get(String id) {
        return Objects.requireNonNull(byId.get(id), id);
    }

    @Override
    public void save(RegisteredClient client) {
        // the server would like to keep the secret better; here it is told anew each time
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        var client = byId.get(id);
        return client == null ? null : registered(client);
    }

    private static RegisteredClient registered(Client client) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientSecret("{noop}" + client.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(client.callback())
                .postLogoutRedirectUri(client.afterLogout())
                .scopes(scopes -> scopes.addAll(Identity.SCOPES))
                .clientSettings(ClientSettings.builder().requireProofKey(false).build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE)
                        .accessTokenTimeToLive(TOKEN)
                        .idTokenSignatureAlgorithm(client.algorithm())
                        .build())
                .build();
    }
}
