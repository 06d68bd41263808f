package fr.ondine.platform.provider;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.Presence;
import fr.ondine.platform.identity.Sessions;
import fr.ondine.platform.tenancy.TenantContext;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What programs were let do at the bound utility. A code and a refresh token are used once: whoever comes with one that
 * was used, or at the same moment as another, ends all that came of it, for one of the two has stolen it.
 */
@Component
class Authorizations implements OAuth2AuthorizationService {

    /** Long enough for a person to read what they agree to. */
    private static final Duration CONSENT = Duration.ofMinutes(15);

    /** What is over is kept so long, to tell one that comes again from one that never was. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final AuthorizationStore store;
    private final Remembered remembered;
    private final Consents consents;
    private final Sessions sessions;
    private final Presence presence;
    private final ProviderSettings settings;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Authorizations(
            AuthorizationStore store,
            Remembered remembered,
            Consents consents,
            Sessions sessions,
            Presence presence,
            ProviderSettings settings,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.remembered = remembered;
        this.consents = consents;
        this.sessions = sessions;
        this.presence = presence;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        var kept = transaction.execute(status -> {
            var good = keep(authorization, UUID.fromString(authorization.getId()));
            if (!good) {
                status.setRollbackOnly();
            }
            return good;
        });
        if (!Boolean.TRUE.equals(kept)) {
            end(UUID.fromString(authorization.getId()), "used twice");
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        transaction.executeWithoutResult(status -> store.remove(UUID.fromString(authorization.getId())));
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return Objects.requireNonNull(transaction.execute(status -> store.byId(UUID.fromString(id), clock.instant())
                        .filter(this::isOfSomebody)
                        .flatMap(granted -> remembered.of(granted, Shown.nothing()))))
                .orElse(null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String secret, @Nullable OAuth2TokenType type) {
        var kind = type == null ? "" : type.getValue();
        var found = switch (kind) {
            case OAuth2ParameterNames.STATE -> find(Shown.Kind.CONSENT, secret);
            case OAuth2ParameterNames.CODE -> find(Shown.Kind.CODE, secret);
            case OAuth2ParameterNames.ACCESS_TOKEN -> find(Shown.Kind.ACCESS, secret);
            case OAuth2ParameterNames.REFRESH_TOKEN -> find(Shown.Kind.REFRESH, secret);
            case "" -> find(Shown.Kind.ACCESS, secret).or(() -> find(Shown.Kind.REFRESH, secret));
            default -> Optional.<OAuth2Authorization>empty();
        };
        return found.orElse(null);
    }

    void forgetThoseOver() {
        transaction.executeWithoutResult(status -> store.forget(clock.instant().minus(KEPT)));
    }

    /** In one transaction, since every program comes for a token every few minutes. */
    private Optional<OAuth2Authorization> find(Shown.Kind kind, String secret) {
        return Objects.requireNonNull(transaction.execute(status -> found(kind, secret)));
    }

    private Optional<OAuth2Authorization> found(Shown.Kind kind, String secret) {
        var now = clock.instant();
        var granted = switch (kind) {
            case CONSENT -> store.byConsent(secret, now);
            case CODE -> store.byCode(secret, now);
            case ACCESS -> store.byAccess(secret, now);
            case REFRESH -> store.byRefresh(secret, now);
            case NOTHING -> Optional.<Granted>empty();
        };
        if (granted.isEmpty() || !isOfSomebody(granted.get())) {
            return Optional.empty();
        }
        if (wasUsed(kind, secret, granted.get())) {
            end(granted.get().id(), kind + " came again");
            return Optional.empty();
        }
        if (isOver(kind, granted.get(), now)) {
            return Optional.empty();
        }
        return remembered.of(granted.get(), new Shown(kind, secret));
    }

    private boolean wasUsed(Shown.Kind kind, String secret, Granted granted) {
        return kind == Shown.Kind.CODE && granted.codeWasUsed() || kind == Shown.Kind.REFRESH && store.wasUsed(secret);
    }

    private static boolean isOver(Shown.Kind kind, Granted granted, Instant now) {
        var until = switch (kind) {
            case CODE -> Objects.requireNonNull(granted.codeExpiresAt());
            case CONSENT -> granted.createdAt().plus(CONSENT);
            case ACCESS, REFRESH, NOTHING -> granted.endsAt();
        };
        return !until.isAfter(now);
    }

    /** Of nobody in particular, or of somebody whose sessions have not been ended since. */
    private boolean isOfSomebody(Granted granted) {
        return granted.person(TenantContext.current().slug())
                .map(sessions::isCurrent)
                .orElse(true);
    }

    /** Whether it could be kept: not when what was shown has been used meanwhile. */
    private boolean keep(OAuth2Authorization authorization, UUID id) {
        var now = clock.instant();
        var agreed = consents.hold(
                authorization.getPrincipalName(), client(authorization), authorization.getAuthorizedScopes());
        if (!store.lock(id)) {
            store.add(granted(authorization, id, now));
        }
        var consent = authorization.<String>getAttribute(OAuth2ParameterNames.STATE);
        if (consent != null) {
            store.awaitConsent(id, consent);
        }
        var shown = Shown.in(authorization);
        return keepCode(authorization, id, shown, agreed, now)
                && keepRefresh(authorization, id, shown, now)
                && keepAccess(authorization, id, shown, now);
    }

    private boolean keepCode(OAuth2Authorization authorization, UUID id, Shown shown, boolean agreed, Instant now) {
        var code = authorization.getToken(OAuth2AuthorizationCode.class);
        if (code == null) {
            return true;
        }
        if (shown.is(Shown.Kind.CODE, code.getToken())) {
            return !code.isInvalidated() || store.useCode(id, now);
        }
        if (!agreed) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.ACCESS_DENIED), null);
        }
        store.giveCode(
                id,
                authorization.getAuthorizedScopes().toArray(String[]::new),
                code.getToken(),
                now.plus(settings.codeLife()));
        return true;
    }

    private boolean keepRefresh(OAuth2Authorization authorization, UUID id, Shown shown, Instant now) {
        var refresh = authorization.getToken(OAuth2RefreshToken.class);
        if (refresh == null) {
            return true;
        }
        if (shown.is(Shown.Kind.REFRESH, refresh.getToken())) {
            if (refresh.isInvalidated()) {
                store.revoke(id, now);
            }
            return true;
        }
        var until = Objects.requireNonNull(refresh.getToken().getExpiresAt());
        if (shown.kind() == Shown.Kind.REFRESH) {
            return store.renew(shown.secret(), id, refresh.getToken(), now, until);
        }
        store.addRefresh(id, refresh.getToken(), now, until);
        return true;
    }

    private boolean keepAccess(OAuth2Authorization authorization, UUID id, Shown shown, Instant now) {
        var access = authorization.getToken(OAuth2AccessToken.class);
        if (access != null && shown.is(Shown.Kind.ACCESS, access.getToken())) {
            if (access.isInvalidated()) {
                store.revokeAccess(shown.secret(), now);
            }
        } else if (access != null) {
            store.addAccess(id, access.getToken(), now, now.plus(settings.accessLife()));
            consents.use(authorization.getPrincipalName(), client(authorization));
        }
        return true;
    }

    private static UUID client(OAuth2Authorization authorization) {
        return UUID.fromString(authorization.getRegisteredClientId());
    }

    private Granted granted(OAuth2Authorization authorization, UUID id, Instant now) {
        var request =
                authorization.<OAuth2AuthorizationRequest>getAttribute(OAuth2AuthorizationRequest.class.getName());
        var person = authorization.<Authentication>getAttribute(Principal.class.getName());
        var user = person != null && person.getPrincipal() instanceof CurrentUser known ? known : null;
        return new Granted(
                id,
                client(authorization),
                user == null ? null : user.userId().value(),
                user == null ? 0 : user.securityVersion(),
                authorization.getAuthorizationGrantType().getValue(),
                request == null ? authorization.getAuthorizedScopes() : request.getScopes(),
                authorization.getAuthorizedScopes(),
                request == null ? null : request.getRedirectUri(),
                request == null ? null : request.getState(),
                request == null ? null : text(request, PkceParameterNames.CODE_CHALLENGE),
                request == null ? null : text(request, OidcParameterNames.NONCE),
                user == null ? null : presence.shownAt(user).orElse(null),
                null,
                false,
                now,
                now.plus(lifeOf(authorization.getAuthorizationGrantType())));
    }

    private Duration lifeOf(AuthorizationGrantType grant) {
        return grant.equals(AuthorizationGrantType.CLIENT_CREDENTIALS) ? settings.accessLife() : settings.refreshLife();
    }

    private static @Nullable String text(OAuth2AuthorizationRequest request, String name) {
        return request.getAdditionalParameters().get(name) instanceof String text ? text : null;
    }

    private void end(UUID id, String why) {
        transaction.executeWithoutResult(status -> {
            if (store.revoke(id, clock.instant())) {
                audit.record("system", "provider.authorization-ended", "authorization:" + id, why);
            }
        });
    }
}
