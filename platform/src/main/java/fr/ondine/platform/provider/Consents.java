package fr.ondine.platform.provider;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.identity.AccountDeleted;
import fr.ondine.platform.identity.AddressRestored;
import fr.ondine.platform.identity.Profiles;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.provider.ProgramAccessChanged.What;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the bound utility's subscribers have agreed to, by program; who takes it back ends all that came of it. */
@Component
@Transactional
class Consents implements OAuth2AuthorizationConsentService {

    /** Who a person is, and nothing else, is told without asking them. */
    private static final Set<String> UNASKED = Set.of(OidcScopes.OPENID);

    private final ConsentStore store;
    private final AuthorizationStore authorizations;
    private final ClientStore clients;
    private final Profiles profiles;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consents(
            ConsentStore store,
            AuthorizationStore authorizations,
            ClientStore clients,
            Profiles profiles,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.authorizations = authorizations;
        this.clients = clients;
        this.profiles = profiles;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        var user = user(consent.getPrincipalName()).orElseThrow();
        var client = UUID.fromString(consent.getRegisteredClientId());
        store.give(client, user.value(), consent.getScopes(), clock.instant());
        note("provider.consent-given", client, user, String.join(" ", consent.getScopes()));
        tell(What.GIVEN, client, user);
    }

    /** Spring takes a refusal for this. */
    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        takeBack(user(consent.getPrincipalName()).orElseThrow(), UUID.fromString(consent.getRegisteredClientId()));
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable OAuth2AuthorizationConsent findById(String client, String person) {
        return user(person)
                .flatMap(user -> store.find(UUID.fromString(client), user.value()))
                .map(scopes -> {
                    var consent = OAuth2AuthorizationConsent.withId(client, person);
                    scopes.forEach(consent::scope);
                    return consent.build();
                })
                .orElse(null);
    }

    List<LetInProgram> of(UserId user) {
        return store.of(user.value(), clock.instant());
    }

    /** The consent is held first, as whoever gives out a code or a token does: what they give is ended here, or never is. */
    void takeBack(UserId user, UUID client) {
        store.lock(client, user.value());
        var ended = authorizations.revokeAll(client, user.value(), clock.instant());
        if (store.remove(client, user.value()) || ended > 0) {
            note("provider.consent-withdrawn", client, user, "");
            tell(What.TAKEN_BACK, client, user);
        }
    }

    /** Whether the person still agrees to that; until the transaction ends, they cannot take it back. */
    boolean hold(String person, UUID client, Set<String> scopes) {
        var agreed = user(person).flatMap(user -> store.lock(client, user.value()));
        return scopes.equals(UNASKED)
                || agreed.filter(known -> known.containsAll(scopes)).isPresent();
    }

    /** The program came for access, or for more of it. */
    void use(String person, UUID client) {
        user(person).ifPresent(user -> store.use(client, user.value(), clock.instant()));
    }

    @EventListener
    void on(AccountDeleted deleted) {
        // what was agreed to first, as whoever gives out a code or a token holds it first
        store.forget(deleted.user().value());
        authorizations.revokeAll(deleted.user().value(), clock.instant());
    }

    /** Whoever had changed the address may have let a program in: its owner, who was not told, is asked anew. */
    @EventListener
    void on(AddressRestored restored) {
        store.givenSince(restored.user().value(), restored.changedAt())
                .forEach(client -> takeBack(restored.user(), client));
    }

    private void note(String action, UUID client, UserId user, String detail) {
        audit.record("user:" + user, action, "client:" + client, detail);
    }

    private void tell(What what, UUID client, UserId user) {
        var program = clients.find(client);
        var email = profiles.address(user);
        if (program.isPresent() && email.isPresent()) {
            events.publishEvent(new ProgramAccessChanged(
                    TenantContext.current(),
                    user,
                    email.get(),
                    what,
                    program.get().name()));
        }
    }

    /** A person of this utility: the name that somebody has in a session says of which they are. */
    private static Optional<UserId> user(String name) {
        var here = TenantContext.current().slug() + ":";
        return name.startsWith(here)
                ? Optional.of(new UserId(UUID.fromString(name.substring(here.length()))))
                : Optional.empty();
    }
}
