package fr.ondine.simulators.franceconnect;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The clients that were registered, with the lifetimes of FranceConnect and ProConnect. */
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

    /** Reads what a client has signed to answer for itself. */
    JwtDecoder assertions(RegisteredClient asking) {
        var key = Objects.requireNonNull(get(asking.getClientId()).key(), "a client with a secret");
        var decoder = NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(JwtClientAssertionDecoderFactory.DEFAULT_JWT_VALIDATOR_FACTORY.apply(asking));
        return decoder;
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
                .clientAuthenticationMethod(
                        client.key() == null
                                ? ClientAuthenticationMethod.CLIENT_SECRET_POST
                                : ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(client.callback())
                .postLogoutRedirectUri(client.afterLogout())
                .scopes(scopes -> scopes.addAll(client.dialect().scopes()))
                .clientSettings(ClientSettings.builder().requireProofKey(false).build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE)
                        .accessTokenTimeToLive(TOKEN)
                        .idTokenSignatureAlgorithm(client.algorithm())
                        .build())
                .build();
    }
}
