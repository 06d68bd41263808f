package fr.ondine.platform.oldaccounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.apache.commons.codec.digest.Md5Crypt;
import org.apache.commons.codec.digest.Sha2Crypt;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** How a former portal made a hash of a password: everything but the hash. */
sealed interface OldForm {

    /** What the former portal had kept of this password. */
    byte[] hash(String password);

    /** In the words of {@link #read}. */
    String text();

    static OldForm read(String text) {
        if (text.startsWith("$2")) {
            return new Bcrypt(text);
        }
        if (text.startsWith("$")) {
            return new Crypt(text);
        }
        var parts = text.split(":", -1);
        return parts[0].equals("pbkdf2")
                ? new Pbkdf2(parts[1], Integer.parseInt(parts[2]), bytes(parts[3]), Integer.parseInt(parts[4]))
                : new Digest(parts[1], parts[2].equals("before"), bytes(parts[3]));
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] last(String crypt) {
        return utf8(crypt.substring(crypt.lastIndexOf('$') + 1));
    }

    /** {@code $2b$10$} and the 22 characters of its salt. */
    record Bcrypt(String text) implements OldForm {

        private static final int READ = 72;
        private static final int SETTING = 29;

        @Override
        public byte[] hash(String password) {
            var typed = utf8(password);
            // it has never looked at more
            var read = Arrays.copyOf(typed, Math.min(typed.length, READ));
            return utf8(BCrypt.hashpw(read, text).substring(SETTING));
        }
    }

    /** SHA-crypt ({@code $5$}, {@code $6$}) and MD5-crypt ({@code $1$}, {@code $apr1$}), up to the salt. */
    record Crypt(String text) implements OldForm {

        @Override
        public byte[] hash(String password) {
            var typed = utf8(password); // of our own: they are wiped
            return last(
                    switch (text.charAt(1)) {
                        case '5' -> Sha2Crypt.sha256Crypt(typed, text);
                        case '6' -> Sha2Crypt.sha512Crypt(typed, text);
                        case '1' -> Md5Crypt.md5Crypt(typed, text);
                        default -> Md5Crypt.apr1Crypt(typed, text);
                    });
        }
    }

    record Pbkdf2(String digest, int iterations, byte[] salt, int length) implements OldForm {

        @Override
        public byte[] hash(String password) {
            // a key of no characters is refused, though a password of one NUL gives the same
            var typed = password.isEmpty() ? "\0" : password;
            var key = new PBEKeySpec(typed.toCharArray(), salt, iterations, length * Byte.SIZE);
            try {
                return SecretKeyFactory.getInstance("PBKDF2WithHmac" + digest)
                        .generateSecret(key)
                        .getEncoded();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            } finally {
                key.clearPassword();
            }
        }

        @Override
        public String text() {
            return "pbkdf2:" + digest + ":" + iterations + ":" + base64(salt) + ":" + length;
        }
    }

    /** One pass over the password, with a salt before or behind it, or none. */
    record Digest(String algorithm, boolean saltBefore, byte[] salt) implements OldForm {

        @Override
        public byte[] hash(String password) {
            try {
                var digest = MessageDigest.getInstance(algorithm);
                if (saltBefore) {
                    digest.update(salt);
                }
                digest.update(utf8(password));
                if (!saltBefore) {
                    digest.update(salt);
                }
                return digest.digest();
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public String text() {
            return "digest:" + algorithm + ":" + (saltBefore ? "before" : "behind") + ":" + base64(salt);
        }
    }
}
