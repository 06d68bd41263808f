package fr.ondine.platform.identity;

import fr.ondine.platform.factors.Argon2id;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and checks passwords (Argon2id, OWASP's least cost), a few at a time because each takes 19 MiB; half of the
 * places at most for one utility, so that guesses at one keep nobody waiting at another.
 */
@Component
class Passwords {

    private static final long PATIENCE_SECONDS = 10;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("argon2id", Map.of("argon2id", new Argon2id()));
    private final Semaphore places;
    private final int share;
    private final Map<TenantId, Semaphore> shares = new ConcurrentHashMap<>();
    private final String nobodys;

    Passwords(IdentitySettings settings) {
        this.places = new Semaphore(settings.parallelHashes());
        this.share = Math.max(1, settings.parallelHashes() / 2);
        this.nobodys = encoder.encode("the password of an account that does not exist");
    }

    String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    /** Whether the password fits; takes as long when there is nothing to compare it with. */
    boolean fits(String password, @Nullable String hash) {
        var typed = password.length() > PasswordRules.MOST ? "" : password;
        var fits = inTurn(() -> encoder.matches(typed, hash == null ? nobodys : hash));
        return fits && hash != null;
    }

    /** Whether the hash is of a former cost or kind. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    <T> T inTurn(Supplier<T> work) {
        var utilitys = shares.computeIfAbsent(TenantContext.current(), utility -> new Semaphore(share));
        return inTurn(utilitys, () -> inTurn(places, work));
    }

    private static <T> T inTurn(Semaphore places, Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new SignInBusy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SignInBusy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
