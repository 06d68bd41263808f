package fr.ondine.platform.factors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every 30 seconds (RFC 6238, HMAC-SHA-1, six digits): what every authenticator application knows. */
final class Totp {

    static final int DIGITS = 6;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 20;
    private static final int SECONDS = 30;

    private Totp() {}

    /** A new key, in base 32. */
    static String freshKey() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.encode(bytes);
    }

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SECONDS);
    }

    /** The step whose code this is: that of now, the one before or the one after, for clocks differ. */
    static OptionalLong stepOf(String code, String key, Instant now) {
        var step = step(now);
        return LongStream.rangeClosed(step - 1, step + 1)
                .filter(near -> isSame(code, code(Base32.decode(key), near, DIGITS)))
                .findFirst();
    }

    static String code(byte[] key, long step, int digits) {
        var digest = hmac(key, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var offset = digest[digest.length - 1] & 0xf;
        var number = ByteBuffer.wrap(digest).getInt(offset) & 0x7fffffff;
        var text = String.valueOf(number);
        return text.length() > digits
                ? text.substring(text.length() - digits)
                : "0".repeat(digits - text.length()) + text;
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static boolean isSame(String typed, String expected) {
        return MessageDigest.isEqual(typed.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
