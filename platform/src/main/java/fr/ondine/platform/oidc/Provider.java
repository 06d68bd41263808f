package fr.ondine.platform.oidc;

import com.nimbusds.jose.jwk.JWK;
import fr.ondine.platform.oidc.ProviderRefused.Reason;
import fr.ondine.platform.tenancy.TenantContext;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.util.UriComponentsBuilder;

/** One provider of identities, of which each utility has a client of its own: whom it names is believed, or nobody is. */
public final class Provider {

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final String END_SESSION = "end_session_endpoint";
    private static final String SIGNING = "signing";

    private final ProviderTerms terms;
    private final CodeExchange exchange;

    /** @param key by which the bound utility's client answers for itself, where it has one */
    public Provider(ProviderTerms terms, Supplier<Optional<JWK>> key) {
        this.terms = terms;
        exchange = new CodeExchange(terms, key);
    }

    /** A client of the provider that is there: nothing is asked of it to know its addresses. */
    public static ClientRegistration.Builder client(String id, URI at, Signing signing) {
        var issuer = at.toString();
        return ClientRegistration.withRegistrationId(id)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .issuerUri(issuer)
                .authorizationUri(issuer + "/authorize")
                .tokenUri(issuer + "/token")
                .userInfoUri(issuer + "/userinfo")
                .jwkSetUri(issuer + "/jwks")
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(Map.of(END_SESSION, issuer + "/session/end", SIGNING, signing))
                // the State's providers refuse every parameter that they do not know, and those of PKCE are among them
                .clientSettings(ClientSettings.builder().requireProofKey(false).build());
    }

    /** Who the provider says that it is, at that client. */
    public static String issuer(ClientRegistration client) {
        return Objects.requireNonNull(client.getProviderDetails().getIssuerUri());
    }

    /** Who named the person: what the token says, not what the answer about the person adds. */
    public static String issuer(OidcUser person) {
        return Objects.requireNonNull(person.getIdToken().getIssuer()).toExternalForm();
    }

    static Signing signing(ClientRegistration client) {
        return (Signing) Objects.requireNonNull(
                client.getProviderDetails().getConfigurationMetadata().get(SIGNING));
    }

    /**
     * Who came back with the answer to what was asked; {@link ProviderRefused} when nobody who can be believed did.
     *
     * @param client the bound utility's, where the provider is offered there
     * @param asked what this session asked, for the last time; null when it asked nothing that this answers
     */
    public OidcUser arrive(
            Optional<ClientRegistration> client, @Nullable OAuth2AuthorizationRequest asked, Answer answer) {
        try {
            return believed(client.orElseThrow(() -> new Disbelief(Reason.FAILED, "it is not offered")), asked, answer);
        } catch (Disbelief why) {
            throw refused(why.reason(), why.sentence());
        }
    }

    /**
     * Where a browser ends its session at the provider too; it comes back to {@code after}, with {@code state} where there
     * is one.
     */
    public static URI signOut(ClientRegistration client, String idToken, String after, Optional<String> state) {
        return UriComponentsBuilder.fromUriString(String.valueOf(
                        client.getProviderDetails().getConfigurationMetadata().get(END_SESSION)))
                .queryParam("id_token_hint", "{token}")
                .queryParam("post_logout_redirect_uri", "{after}")
                .queryParamIfPresent("state", state)
                .encode()
                .buildAndExpand(idToken, after)
                .toUri();
    }

    /**
     * Writes down by which names things are asked for: what a provider refuses it tells on a page of its own, and never us.
     * Values are nobody's to read.
     */
    public OAuth2AuthorizationRequest sent(OAuth2AuthorizationRequest asked) {
        LOG.debug(
                "{}: to {} with {}",
                TenantContext.current(),
                terms.name(),
                UriComponentsBuilder.fromUriString(asked.getAuthorizationRequestUri())
                        .build()
                        .getQueryParams()
                        .keySet());
        return asked;
    }

    /** Nobody came, for a reason that the answer has in it. */
    public ProviderRefused refused(Reason reason, String why) {
        LOG.warn("{}: nobody came from {}, {} ({})", TenantContext.current(), terms.name(), reason, why);
        return new ProviderRefused(terms.refusals(), reason);
    }

    private OidcUser believed(ClientRegistration client, @Nullable OAuth2AuthorizationRequest asked, Answer answer) {
        if (asked == null || answer.state() == null || !Objects.equals(asked.getState(), answer.state())) {
            throw new Disbelief(Reason.FAILED, "nothing was asked that this answers");
        }
        if (!issuer(client).equals(answer.issuer())) {
            throw new Disbelief(Reason.FAILED, "the answer names another issuer");
        }
        if (answer.error() != null) {
            throw new Disbelief(Failure.told(answer.error()), "it told an error");
        }
        if (answer.code() == null || !client.getClientId().equals(asked.getClientId())) {
            throw new Disbelief(Reason.FAILED, "no code for this client");
        }
        return exchange.redeem(client, asked, answer.code());
    }
}
