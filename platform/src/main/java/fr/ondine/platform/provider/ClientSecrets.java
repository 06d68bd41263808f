package fr.ondine.platform.provider;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashes programs' secrets (Argon2id at OWASP's least cost), two at a time, apart from people's passwords. */
final class ClientSecrets implements PasswordEncoder {

    private static final int PLACES = 2;
    private static final int PATIENCE_SECONDS = 5;

    /** Ours are shorter; what is longer is not worth hashing. */
    private static final int LONGEST = 128;

    private final PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore places = new Semaphore(PLACES);

    @Override
    public String encode(@Nullable CharSequence secret) {
        return String.valueOf(argon.encode(secret));
    }

    @Override
    public boolean matches(@Nullable CharSequence shown, @Nullable String hash) {
        if (shown == null || shown.length() > LONGEST) {
            return false;
        }
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return false;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return argon.matches(shown, hash);
        } finally {
            places.release();
        }
    }
}
