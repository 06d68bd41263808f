package fr.ondine.platform.identity.franceconnect;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.FranceConnect;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/**
 * The client of the bound utility, made of its configuration of this moment; nothing is asked of FranceConnect to know
 * it. None where the utility does not offer FranceConnect, or the deployment was not told its secret.
 */
@Component
class Registrations {

    static final String ID = "franceconnect";

    /** Where FranceConnect sends people back to, at the utility's canonical host. */
    static final String CALLBACK = "/login/oauth2/code/" + ID;

    static final String END_SESSION = "end_session_endpoint";
    static final String USERINFO = "userinfo_form";
    static final String SIGNATURE = "id_token_signed_response_alg";

    /** Who the person is and where to write to; nothing of it proves a contract. */
    private static final String[] SCOPES = {"openid", "given_name", "family_name", "preferred_username", "email"};

    private final Tenants tenants;
    private final Map<String, ClientSecret> secrets;

    Registrations(Tenants tenants, Environment environment) {
        this.tenants = tenants;
        secrets = Binder.get(environment)
                .bind("ondine.france-connect", Bindable.mapOf(String.class, ClientSecret.class))
                .orElse(Map.of());
    }

    Optional<ClientRegistration> current() {
        var utility = tenants.current();
        var client = utility.franceConnect();
        var secret = secrets.get(TenantContext.current().slug());
        return client == null || secret == null || !utility.offersFranceConnect()
                ? Optional.empty()
                : Optional.of(registration(client, secret));
    }

    /** A page of the bound utility's portal, as FranceConnect knows it. */
    String at(String path) {
        return tenants.origin() + path;
    }

    /** Who FranceConnect says that it is, at that client. */
    static String issuer(ClientRegistration client) {
        return Objects.requireNonNull(client.getProviderDetails().getIssuerUri());
    }

    private ClientRegistration registration(FranceConnect client, ClientSecret secret) {
        var issuer = client.issuer().toString();
        return ClientRegistration.withRegistrationId(ID)
                .clientId(client.clientId())
                .clientSecret(secret.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                // whole, so that no header of a request has a part in it
                .redirectUri(at(CALLBACK))
                .scope(SCOPES)
                .issuerUri(issuer)
                .authorizationUri(issuer + "/authorize")
                .tokenUri(issuer + "/token")
                .userInfoUri(issuer + "/userinfo")
                .jwkSetUri(issuer + "/jwks")
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(Map.of(
                        END_SESSION, issuer + "/session/end",
                        SIGNATURE, client.signature(),
                        USERINFO, client.userinfo()))
                // FranceConnect refuses every parameter that it does not know, and those of PKCE are among them
                .clientSettings(ClientSettings.builder().requireProofKey(false).build())
                .build();
    }
}
