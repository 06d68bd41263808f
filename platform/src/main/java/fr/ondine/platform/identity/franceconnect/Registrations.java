package fr.ondine.platform.identity.franceconnect;

import com.nimbusds.jose.jwk.JWK;
import fr.ondine.platform.oidc.Provider;
import fr.ondine.platform.oidc.Signing;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.FranceConnect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.stereotype.Component;

/**
 * The client of the bound utility, made of its configuration of this moment; nothing is asked of FranceConnect to know
 * it. None where the utility does not offer FranceConnect, or the deployment was not told its secret or key.
 */
@Component
class Registrations {

    static final String ID = "franceconnect";

    /** Where FranceConnect sends people back to, at the utility's canonical host. */
    static final String CALLBACK = "/login/oauth2/code/" + ID;

    /** Who the person is and where to write to; nothing of it proves a contract. */
    private static final String[] SCOPES = {"openid", "given_name", "family_name", "preferred_username", "email"};

    private final Tenants tenants;
    private final Map<String, ClientProof> proofs;

    Registrations(Tenants tenants, Environment environment) {
        this.tenants = tenants;
        proofs = Binder.get(environment)
                .bind("ondine.france-connect", Bindable.mapOf(String.class, ClientProof.class))
                .orElse(Map.of());
    }

    Optional<ClientRegistration> current() {
        var utility = tenants.current();
        var client = utility.franceConnect();
        return client == null || !utility.offersFranceConnect() ? Optional.empty() : registration(client);
    }

    /** The key by which the bound utility's client answers for itself, where it has one. */
    Optional<JWK> key() {
        return ofKey().flatMap(ClientProof::key);
    }

    /** The same, and the one that will take its place. */
    List<JWK> keys() {
        return ofKey().map(ClientProof::shown).orElse(List.of());
    }

    private Optional<ClientProof> ofKey() {
        var client = tenants.current().franceConnect();
        return client == null || !client.hasKey() ? Optional.empty() : proof();
    }

    /** Where FranceConnect may send people back to, at each host of a utility that has a client. */
    List<String> callbacks() {
        var utility = tenants.current();
        return utility.franceConnect() == null
                ? List.of()
                : utility.hosts().stream()
                        .map(host -> tenants.originAt(host) + CALLBACK)
                        .toList();
    }

    private Optional<ClientProof> proof() {
        return Optional.ofNullable(proofs.get(TenantContext.current().slug()));
    }

    private Optional<ClientRegistration> registration(FranceConnect client) {
        return client.hasKey()
                ? key().map(own -> registration(client, ClientAuthenticationMethod.PRIVATE_KEY_JWT, ""))
                : proof().flatMap(ClientProof::secret)
                        .map(secret -> registration(client, ClientAuthenticationMethod.CLIENT_SECRET_POST, secret));
    }

    /** A page of the bound utility's portal, as FranceConnect knows it. */
    String at(String path) {
        return tenants.origin() + path;
    }

    private ClientRegistration registration(FranceConnect client, ClientAuthenticationMethod method, String secret) {
        return Provider.client(ID, client.issuer(), signing(client))
                .clientId(client.clientId())
                .clientSecret(secret)
                .clientAuthenticationMethod(method)
                // whole, so that no header of a request has a part in it
                .redirectUri(at(CALLBACK))
                .scope(SCOPES)
                .build();
    }

    private static Signing signing(FranceConnect client) {
        return new Signing(
                switch (client.signature()) {
                    case ES256 -> SignatureAlgorithm.ES256;
                    case RS256 -> SignatureAlgorithm.RS256;
                },
                switch (client.userinfo()) {
                    case JWT_ES256 -> SignatureAlgorithm.ES256;
                    case JWT_RS256 -> SignatureAlgorithm.RS256;
                    case JSON -> null;
                });
    }
}
