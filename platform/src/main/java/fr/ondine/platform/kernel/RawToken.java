package fr.ondine.platform.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret of a link that is mailed once: 256 random bits, of which only the digest is stored. */
public record RawToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static RawToken fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RawToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Never the secret: events that carry it may be logged. */
    @Override
    public String toString() {
        return "RawToken[…]";
    }
}
