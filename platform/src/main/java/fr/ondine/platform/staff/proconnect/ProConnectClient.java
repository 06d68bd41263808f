package fr.ondine.platform.staff.proconnect;

import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.oidc.Answer;
import fr.ondine.platform.oidc.Provider;
import fr.ondine.platform.oidc.ProviderRefused;
import fr.ondine.platform.oidc.ProviderTerms;
import fr.ondine.platform.staff.StaffIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;

/** The bound utility's client of ProConnect: sends its staff there, believes who comes back, signs them out there. */
@Service
public class ProConnectClient {

    /** Where ProConnect sends people back to, at the utility's canonical host. */
    public static final String CALLBACK = ProConnectRegistrations.CALLBACK;

    private final ProConnectRegistrations registrations;
    private final Provider provider;
    private final DefaultOAuth2AuthorizationRequestResolver requests;

    ProConnectClient(ProConnectRegistrations registrations, ProConnectApi api) {
        this.registrations = registrations;
        // no level: the second factor is ours, whichever was given there
        provider = new Provider(
                new ProviderTerms("ProConnect", "staff.proconnect", api.connectTimeout(), api.readTimeout(), null),
                Optional::empty);
        requests = new DefaultOAuth2AuthorizationRequestResolver(
                id -> registrations.current().orElse(null));
    }

    public boolean isOffered() {
        return registrations.current().isPresent();
    }

    /** What to ask of ProConnect, to be kept in the session; its address leads there. */
    public OAuth2AuthorizationRequest begin(HttpServletRequest request) {
        return provider.sent(Objects.requireNonNull(requests.resolve(request, ProConnectRegistrations.ID)));
    }

    /**
     * Who came back with the answer to what was asked; {@link ProviderRefused} when nobody who can be believed did.
     *
     * @param asked what this session asked, for the last time; null when it asked nothing that this answers
     */
    public ArrivedAtWork arrive(@Nullable OAuth2AuthorizationRequest asked, Answer answer) {
        return arrived(provider.arrive(registrations.current(), asked, answer));
    }

    /** Where a browser ends its session at ProConnect too; it comes back to {@code after}, a path of the portal. */
    public Optional<URI> signOut(String idToken, String after) {
        // it insists on a state of 32 signs; the page to which it leads does nothing that somebody else could want
        var state = Optional.of(RawToken.fresh().value());
        return registrations.current().map(client -> Provider.signOut(client, idToken, registrations.at(after), state));
    }

    private static ArrivedAtWork arrived(OidcUser person) {
        return new ArrivedAtWork(
                new StaffIdentity(
                        Provider.issuer(person),
                        Objects.requireNonNull(person.getSubject()),
                        Boolean.FALSE.equals(person.getEmailVerified()) ? null : person.getEmail(),
                        person.getClaimAsString("siret"),
                        person.getClaimAsString("idp_id")),
                person.getIdToken().getTokenValue());
    }
}
