package fr.ondine.platform.provider;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import fr.ondine.platform.audit.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The keys of the bound utility's provider: one signs, the next is known before it does, former ones as long as they count. */
@Service
@Transactional
public class ProviderKeys {

    private final SigningKeys keys;
    private final ProviderSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    ProviderKeys(SigningKeys keys, ProviderSettings settings, AuditTrail audit, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What everybody may know: the public halves of all that signs, will sign or has signed what still counts. */
    @Transactional(readOnly = true)
    public JWKSet published() {
        return new JWKSet(keys.all().stream()
                .map(SigningKey::published)
                .<JWK>map(key -> key)
                .toList());
    }

    @Transactional(readOnly = true)
    ECKey signing() {
        return keys.signing().orElseThrow(KeyRefused::none);
    }

    /** Makes the first two, when there is somebody to sign for. */
    void begin() {
        keys.lock();
        if (keys.in(KeyState.ACTIVE).isEmpty()) {
            var now = clock.instant();
            keys.add(KeyState.ACTIVE, now);
            keys.add(KeyState.NEXT, now);
        }
    }

    /**
     * Has the next key sign from now on, by order of a person. Two who order it at once do it once.
     *
     * @throws KeyRefused if not everybody can know the next key yet
     */
    public void rotate(String actor) {
        var seen = keys.in(KeyState.ACTIVE).orElseThrow(KeyRefused::none);
        keys.lock();
        if (isStillActive(seen)) {
            turn(actor);
        }
    }

    /** The same for a key that has signed for long enough, and forgets those that nothing needs any more. */
    void keepUp() {
        keys.lock();
        var now = clock.instant();
        keys.forgetThoseGone(now);
        var old = keys.in(KeyState.ACTIVE)
                .filter(key -> Objects.requireNonNull(key.activatedAt())
                        .plus(settings.keyLife())
                        .isBefore(now));
        if (old.isPresent() && !knownFrom().isAfter(now)) {
            turn("system");
        }
    }

    private boolean isStillActive(SigningKey seen) {
        return keys.in(KeyState.ACTIVE)
                .filter(key -> key.id().equals(seen.id()))
                .isPresent();
    }

    private Instant knownFrom() {
        return keys.in(KeyState.NEXT).orElseThrow().createdAt().plus(settings.keyAnnounced());
    }

    private void turn(String actor) {
        var now = clock.instant();
        if (knownFrom().isAfter(now)) {
            throw KeyRefused.tooEarly(knownFrom());
        }
        keys.turn(now, now.plus(settings.keyKept()));
        keys.add(KeyState.NEXT, now);
        audit.record(
                actor,
                "provider.key-turned",
                "key:" + keys.in(KeyState.ACTIVE).orElseThrow().id(),
                "");
    }
}
