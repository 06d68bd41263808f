package fr.ondine.platform.identity.franceconnect;

import com.nimbusds.jose.jwk.JWKSet;
import fr.ondine.platform.identity.FranceConnectDoor;
import fr.ondine.platform.identity.ProvenIdentity;
import fr.ondine.platform.oidc.Answer;
import fr.ondine.platform.oidc.Provider;
import fr.ondine.platform.oidc.ProviderRefused;
import fr.ondine.platform.oidc.ProviderRefused.Reason;
import fr.ondine.platform.oidc.ProviderTerms;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;

/** The bound utility's client of FranceConnect: sends people there, believes who comes back, signs them out there. */
@Service
public class FranceConnectClient implements FranceConnectDoor {

    /** Where FranceConnect sends people back to, at the utility's canonical host. */
    public static final String CALLBACK = Registrations.CALLBACK;

    private static final String LEVEL = "eidas1";
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final Registrations registrations;
    private final Provider provider;
    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final Clock clock;

    FranceConnectClient(Registrations registrations, FranceConnectApi api, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
        provider = new Provider(
                new ProviderTerms(
                        "FranceConnect", "identity.franceconnect", api.connectTimeout(), api.readTimeout(), LEVEL),
                registrations::key);
        requests = new DefaultOAuth2AuthorizationRequestResolver(
                id -> registrations.current().orElse(null));
        requests.setAuthorizationRequestCustomizer(
                asked -> asked.additionalParameters(parameters -> parameters.put("acr_values", LEVEL)));
    }

    @Override
    public boolean isOffered() {
        return registrations.current().isPresent();
    }

    /** What to ask of FranceConnect, to be kept in the session; its address leads there. */
    public OAuth2AuthorizationRequest begin(HttpServletRequest request, Question question) {
        return provider.sent(
                question.of(Objects.requireNonNull(requests.resolve(request, Registrations.ID)), clock.instant()));
    }

    /**
     * Who came back with the answer to what was asked; {@link ProviderRefused} when nobody who can be believed did.
     *
     * @param asked what this session asked, for the last time; null when it asked nothing that this answers
     */
    public Arrived arrive(@Nullable OAuth2AuthorizationRequest asked, Answer answer) {
        var person = provider.arrive(registrations.current(), asked, answer);
        if (asked != null && Question.proof(asked).isPresent() && isFromBefore(person, asked)) {
            throw provider.refused(Reason.FAILED, "who was to be asked anew was not");
        }
        return arrived(person);
    }

    /** Whether FranceConnect says that they showed who they are before they were asked to; it need not say. */
    private static boolean isFromBefore(OidcUser person, OAuth2AuthorizationRequest asked) {
        var shownAt = person.getIdToken().getAuthenticatedAt();
        return shownAt != null
                && Question.askedAt(asked)
                        .filter(askedAt -> shownAt.isBefore(askedAt.minus(CLOCKS_DIFFER)))
                        .isPresent();
    }

    /**
     * Where a browser ends its session at FranceConnect too; it comes back to {@code after}, a path of the portal, with
     * {@code state} where there is one.
     */
    public Optional<URI> signOut(String idToken, String after, Optional<String> state) {
        return registrations.current().map(client -> Provider.signOut(client, idToken, registrations.at(after), state));
    }

    /** What FranceConnect reads of the utility's keys, of this one and the next: their public halves, where it has any. */
    public Optional<String> publicKeys() {
        return Optional.of(registrations.keys())
                .filter(keys -> !keys.isEmpty())
                .map(keys -> new JWKSet(keys).toString(true));
    }

    /** The addresses that belong to one client ({@code sector_identifier_uri}), none where the utility has no client. */
    public List<String> callbacks() {
        return registrations.callbacks();
    }

    private static Arrived arrived(OidcUser person) {
        // the name that somebody goes by, where it is not the one of their birth
        var usage = person.getClaimAsString("preferred_username");
        return new Arrived(
                new ProvenIdentity(
                        Provider.issuer(person),
                        Objects.requireNonNull(person.getSubject()),
                        person.getGivenName(),
                        usage == null || usage.isBlank() ? person.getFamilyName() : usage,
                        person.getEmail()),
                person.getIdToken().getTokenValue());
    }
}
