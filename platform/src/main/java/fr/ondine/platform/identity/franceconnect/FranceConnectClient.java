package fr.ondine.platform.identity.franceconnect;

import fr.ondine.platform.identity.ProvenIdentity;
import fr.ondine.platform.identity.franceconnect.FranceConnectRefused.Reason;
import fr.ondine.platform.tenancy.TenantContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;

/** The bound utility's client of FranceConnect: sends people there, believes who comes back, signs them out there. */
@Service
public class FranceConnectClient {

    /** Where FranceConnect sends people back to, at the utility's canonical host. */
    public static final String CALLBACK = Registrations.CALLBACK;

    private static final Logger LOG = LoggerFactory.getLogger(FranceConnectClient.class);
    private static final String LEVEL = "eidas1";

    private final Registrations registrations;
    private final CodeExchange exchange;
    private final DefaultOAuth2AuthorizationRequestResolver requests;

    FranceConnectClient(Registrations registrations, CodeExchange exchange) {
        this.registrations = registrations;
        this.exchange = exchange;
        requests = new DefaultOAuth2AuthorizationRequestResolver(
                id -> registrations.current().orElse(null));
        requests.setAuthorizationRequestCustomizer(
                asked -> asked.additionalParameters(parameters -> parameters.put("acr_values", LEVEL)));
    }

    /** Whether the bound utility offers FranceConnect, and the deployment knows its secret. */
    public boolean isOffered() {
        return registrations.current().isPresent();
    }

    /** What to ask of FranceConnect, to be kept in the session; its address leads there. */
    public OAuth2AuthorizationRequest begin(HttpServletRequest request) {
        var asked = Objects.requireNonNull(requests.resolve(request, Registrations.ID));
        // what it refuses it tells on a page of its own, and never us
        LOG.debug("to FranceConnect with {}", asked.getAdditionalParameters().keySet());
        return asked;
    }

    /**
     * Who came back with the answer to what was asked; {@link FranceConnectRefused} when nobody who can be believed did.
     *
     * @param asked what this session asked, for the last time; null when it asked nothing that this answers
     */
    public Arrived arrive(@Nullable OAuth2AuthorizationRequest asked, Answer answer) {
        var client = registrations.current().orElseThrow(() -> refused(Reason.FAILED, "FranceConnect is not offered"));
        if (asked == null || answer.state() == null || !Objects.equals(asked.getState(), answer.state())) {
            throw refused(Reason.FAILED, "nothing was asked that this answers");
        }
        if (!Registrations.issuer(client).equals(answer.issuer())) {
            throw refused(Reason.FAILED, "the answer names another issuer");
        }
        if (answer.error() != null) {
            throw refused(Failure.told(answer.error()), "FranceConnect told an error");
        }
        if (answer.code() == null || !client.getClientId().equals(asked.getClientId())) {
            throw refused(Reason.FAILED, "no code for this client");
        }
        return arrived(client, exchange.redeem(client, asked, answer.code()));
    }

    /** Where a browser ends its session at FranceConnect too; it comes back to {@code after}, a path of the portal. */
    public Optional<URI> signOut(String idToken, String after) {
        return registrations
                .current()
                .map(client -> UriComponentsBuilder.fromUriString(String.valueOf(client.getProviderDetails()
                                .getConfigurationMetadata()
                                .get(Registrations.END_SESSION)))
                        .queryParam("id_token_hint", "{token}")
                        .queryParam("post_logout_redirect_uri", "{after}")
                        .encode()
                        .buildAndExpand(idToken, registrations.at(after))
                        .toUri());
    }

    private static Arrived arrived(ClientRegistration client, OidcUser person) {
        // the name that somebody goes by, where it is not the one of their birth
        var usage = person.getClaimAsString("preferred_username");
        return new Arrived(
                new ProvenIdentity(
                        Registrations.issuer(client),
                        Objects.requireNonNull(person.getSubject()),
                        person.getGivenName(),
                        usage == null || usage.isBlank() ? person.getFamilyName() : usage,
                        person.getEmail()),
                person.getIdToken().getTokenValue());
    }

    static FranceConnectRefused refused(Reason reason, String why) {
        LOG.warn("{}: nobody came from FranceConnect, {} ({})", TenantContext.current(), reason, why);
        return new FranceConnectRefused(reason);
    }
}
