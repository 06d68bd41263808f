package fr.ondine.platform.staff.proconnect;

import fr.ondine.platform.oidc.Provider;
import fr.ondine.platform.oidc.Signing;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.ProConnect;
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
 * The client of the bound utility, made of its configuration of this moment. None where the utility has none, or the
 * deployment was not told its secret.
 */
@Component
class ProConnectRegistrations {

    static final String ID = "proconnect";

    /** Where ProConnect sends people back to, at the utility's canonical host. */
    static final String CALLBACK = "/gestion/connexion/proconnect/retour";

    /** Who the person is, where they work and who vouches for it. */
    private static final String[] SCOPES = {"openid", "given_name", "usual_name", "email", "uid", "siret", "idp_id"};

    private final Tenants tenants;
    private final Map<String, ClientSecret> secrets;

    ProConnectRegistrations(Tenants tenants, Environment environment) {
        this.tenants = tenants;
        secrets = Binder.get(environment)
                .bind("ondine.pro-connect", Bindable.mapOf(String.class, ClientSecret.class))
                .orElse(Map.of());
    }

    Optional<ClientRegistration> current() {
        var secret = Optional.ofNullable(secrets.get(TenantContext.current().slug()));
        return Optional.ofNullable(tenants.current().proConnect())
                .flatMap(client -> secret.map(known -> registration(client, known)));
    }

    /** A page of the bound utility's portal, as ProConnect knows it. */
    String at(String path) {
        return tenants.origin() + path;
    }

    private ClientRegistration registration(ProConnect client, ClientSecret secret) {
        var algorithm = switch (client.signature()) {
            case ES256 -> SignatureAlgorithm.ES256;
            case RS256 -> SignatureAlgorithm.RS256;
        };
        return Provider.client(ID, client.issuer(), new Signing(algorithm, algorithm))
                .clientId(client.clientId())
                .clientSecret(secret.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                // whole, so that no header of a request has a part in it
                .redirectUri(at(CALLBACK))
                .scope(SCOPES)
                .build();
    }
}
