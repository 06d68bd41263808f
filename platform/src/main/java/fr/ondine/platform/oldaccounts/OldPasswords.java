package fr.ondine.platform.oldaccounts;

import fr.ondine.platform.factors.HashingThreads;
import fr.ondine.platform.tenancy.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.stereotype.Component;

/**
 * Wraps hashes of former portals in Argon2id (OWASP's least cost), so that none that is weak lies anywhere: who tries a
 * password makes the old hash of it, and Argon2id of that.
 *
 * <p>The salt is a keyed digest of the login's number: each number has its own, at each utility, and the same file read
 * twice says the same.
 */
@Component
public class OldPasswords {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int BYTES = 32;
    private static final int SALT = 16;

    /** The work of some of the old forms grows with the square of the length: no more of it for a stranger than this. */
    private static final int MOST_SIGNS = 128;

    private static final int MOST_BYTES = 256;

    private final Vault vault;

    OldPasswords(Vault vault) {
        this.vault = vault;
    }

    /** What is kept of a hash; empty when its form is not known. {@link OldHashRefused} when it cannot be one. */
    public Optional<WrappedPassword> wrap(String number, String hash, OldSalt salt) {
        return OldHash.parse(hash, salt)
                .map(old -> new WrappedPassword(old.form().text(), wrapped(old.hash(), salt(number))));
    }

    /** Whether the password fits; one that is too long never does, nor an empty one, after the work of an empty one. */
    static boolean fits(String password, WrappedPassword kept) {
        var isOne = isOne(password);
        var salt = Base64.getDecoder()
                .decode(kept.wrapped().substring(0, kept.wrapped().indexOf('$')));
        var read = isOne ? password : "";
        var typed = HashingThreads.run(() -> wrapped(OldForm.read(kept.form()).hash(read), salt));
        return MessageDigest.isEqual(bytes(typed), bytes(kept.wrapped())) && isOne;
    }

    private static boolean isOne(String password) {
        return !password.isEmpty()
                && password.length() <= MOST_SIGNS
                && password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    private byte[] salt(String number) {
        return Arrays.copyOf(HexFormat.of().parseHex(vault.mac("old-login", number)), SALT);
    }

    private static String wrapped(byte[] hash, byte[] salt) {
        var argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        var out = new byte[BYTES];
        argon.generateBytes(hash, out);
        var text = Base64.getEncoder();
        return text.encodeToString(salt) + '$' + text.encodeToString(out);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
