package fr.ondine.platform.factors;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2id at OWASP's least cost (19 MiB, two passes, one lane): by its authors' own library where that loads, which is
 * half as fast again, else by Bouncy Castle's. Both write and read the same text.
 */
public final class Argon2id implements PasswordEncoder {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;

    private final PasswordEncoder portable =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final Optional<Argon2> authors;

    public Argon2id() {
        this(loaded());
    }

    Argon2id(Optional<Argon2> authors) {
        this.authors = authors;
    }

    static Optional<Argon2> loaded() {
        try {
            var argon = Argon2Factory.create(Argon2Types.ARGON2id, SALT_BYTES, HASH_BYTES);
            argon.hash(1, 8, 1, new char[] {'?'});
            return Optional.of(argon);
        } catch (LinkageError notHere) {
            LoggerFactory.getLogger(Argon2id.class)
                    .info(
                            "the authors' Argon2 does not load here, Java's own hashes passwords: {}",
                            notHere.toString());
            return Optional.empty();
        }
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        var typed = letters(password);
        return HashingThreads.run(() -> authors.map(argon -> argon.hash(PASSES, KIBIBYTES, LANES, typed))
                .orElseGet(() -> String.valueOf(portable.encode(password))));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || password.isEmpty() || hash == null) {
            return false;
        }
        return HashingThreads.run(() -> authors.map(argon -> argon.verify(hash, letters(password)))
                .orElseGet(() -> portable.matches(password, hash)));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return portable.upgradeEncoding(hash);
    }

    private static char[] letters(@Nullable CharSequence password) {
        return password == null ? new char[0] : password.toString().toCharArray();
    }
}
