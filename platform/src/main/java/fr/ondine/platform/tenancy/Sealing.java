package fr.ondine.platform.tenancy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Seals (AES-256-GCM) and digests (HMAC-SHA-256) for one owner, under keys that the master keys yield for it alone. */
record Sealing(DerivedKeys keys, String owner) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    byte[] encrypt(String secret) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(
                    Cipher.ENCRYPT_MODE,
                    seals().getFirst(),
                    new GCMParameterSpec(TAG_BITS, nonce),
                    secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whichever key it was sealed with: what a wrong one opens would not be what its tag says. */
    Optional<String> open(byte[] sealed) {
        return seals().stream().flatMap(key -> opened(key, sealed).stream()).findFirst();
    }

    String decrypt(byte[] sealed) {
        return open(sealed)
                .orElseThrow(() -> new IllegalStateException("the vault refuses", new AEADBadTagException()));
    }

    /** Whether the key that seals today is the one that it was sealed with. */
    boolean isCurrent(byte[] sealed) {
        return opened(seals().getFirst(), sealed).isPresent();
    }

    String mac(String purpose, String value) {
        return macs(purpose, value).getFirst();
    }

    /** One of each key: what is kept was digested with one of them. */
    List<String> macs(String purpose, String value) {
        return keys.all(owner, "mac " + purpose, "HmacSHA256").stream()
                .map(key -> mac(key, value))
                .toList();
    }

    private List<SecretKey> seals() {
        return keys.all(owner, "seal", "AES");
    }

    private static String mac(SecretKey key, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<String> opened(SecretKey key, byte[] sealed) {
        try {
            var nonce = new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES);
            var secret =
                    cipher(Cipher.DECRYPT_MODE, key, nonce, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
            return Optional.of(new String(secret, StandardCharsets.UTF_8));
        } catch (AEADBadTagException anothers) {
            return Optional.empty();
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("the vault refuses", refused);
        }
    }

    private static byte[] cipher(int mode, SecretKey key, AlgorithmParameterSpec nonce, byte[] input)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, nonce);
        return cipher.doFinal(input);
    }
}
