package fr.ondine.platform.factors;

import fr.ondine.platform.kernel.CommonPasswords;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.GuessableWords;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords of people who work here: Argon2id at OWASP's least cost, two at a time. Operators and staff have each their
 * own, apart from subscribers', so that guesses at one door keep nobody out at another.
 */
public class StrongPasswords {

    public static final int LEAST = 12;

    private static final int MOST = 128;
    private static final int PLACES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("argon2id", Map.of("argon2id", new Argon2id()));
    private final Semaphore places = new Semaphore(PLACES);
    private final String nobodys = encoder.encode("the password of somebody who does not exist");

    private final Supplier<String[]> names;
    private final Duration patience;

    /** Passwords in which the words of {@code names}, which anybody would try, count for nothing. */
    protected StrongPasswords(Supplier<String[]> names) {
        this(names, PATIENCE);
    }

    StrongPasswords(Supplier<String[]> names, Duration patience) {
        this.names = names;
        this.patience = patience;
    }

    public String hash(String password, EmailAddress of) {
        check(password, of);
        return inTurn(() -> encoder.encode(password));
    }

    /** Whether the password fits; takes as long when there is nothing to compare it with. */
    public boolean fits(String password, @Nullable String hash) {
        var typed = password.length() > MOST ? "" : password;
        return inTurn(() -> encoder.matches(typed, hash == null ? nobodys : hash)) && hash != null;
    }

    /** Whoever has waited too long reads so: others' guesses hold nobody for ever. */
    <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new HashingBusy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new HashingBusy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** Refuses what {@link #hash} would, where something else is asked for in between. */
    public void check(String password, EmailAddress of) {
        if (password.codePointCount(0, password.length()) < LEAST) {
            throw new PasswordRefused("too-short", LEAST);
        }
        if (password.length() > MOST) {
            throw new PasswordRefused("too-long", MOST);
        }
        var words = GuessableWords.of(of, names.get());
        GuessableWords.decisive(password, LEAST, words).ifPresent(StrongPasswords::refuse);
        if (CommonPasswords.hold(password, words)) {
            throw new PasswordRefused("too-common");
        }
    }

    private static void refuse(String word) {
        throw new PasswordRefused("too-guessable", LEAST, word);
    }
}
