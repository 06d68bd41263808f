package fr.ondine.platform.operators;

import fr.ondine.platform.kernel.EmailAddress;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Operators' passwords: Argon2id at OWASP's least cost, two at a time; apart from subscribers', whose guesses must not
 * keep operators out.
 */
@Component
public class OperatorPasswords {

    public static final int LEAST = 12;

    private static final int MOST = 128;
    private static final int PLACES = 2;

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "argon2id", Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, 19_456, 2)));
    private final Semaphore places = new Semaphore(PLACES);
    private final String nobodys = encoder.encode("the password of an operator who does not exist");

    OperatorPasswords() {}

    String hash(String password, EmailAddress of) {
        check(password, of);
        places.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            places.release();
        }
    }

    /** Whether the password fits; takes as long when there is nothing to compare it with. */
    boolean fits(String password, @Nullable String hash) {
        places.acquireUninterruptibly();
        try {
            var typed = password.length() > MOST ? "" : password;
            return encoder.matches(typed, hash == null ? nobodys : hash) && hash != null;
        } finally {
            places.release();
        }
    }

    private static void check(String password, EmailAddress of) {
        if (password.codePointCount(0, password.length()) < LEAST) {
            throw new OperatorPasswordRefused("too-short", LEAST);
        }
        if (password.length() > MOST) {
            throw new OperatorPasswordRefused("too-long", MOST);
        }
        var mailbox = of.value().substring(0, of.value().indexOf('@'));
        var left = password.toLowerCase(Locale.ROOT)
                .replace(of.value(), "")
                .replace(mailbox, "")
                .replace("ondine", "");
        if (left.length() < LEAST && left.length() < password.length()) {
            throw new OperatorPasswordRefused("too-guessable", LEAST);
        }
    }
}
