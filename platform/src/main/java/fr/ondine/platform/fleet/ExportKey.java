package fr.ondine.platform.fleet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What an export's secrets are sealed with and its table of contents is signed with, made from a passphrase (Argon2id,
 * then HKDF). Costs are part of the format's version: a file cannot ask for others.
 */
final class ExportKey {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MEMORY_KIB = 65_536;
    private static final int ITERATIONS = 3;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** By how many bytes a seal is longer than what is under it. */
    static final int OVERHEAD = NONCE_BYTES + TAG_BITS / 8;

    private final byte[] root;

    private ExportKey(byte[] root) {
        this.root = root;
    }

    static ExportKey of(String passphrase, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(ITERATIONS)
                .withParallelism(1)
                .build());
        var root = new byte[KEY_BYTES];
        generator.generateBytes(passphrase.getBytes(StandardCharsets.UTF_8), root);
        return new ExportKey(root);
    }

    static byte[] salt() {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** Seals a secret for one column. */
    byte[] seal(String secret, String place) {
        return seal(secret.getBytes(StandardCharsets.UTF_8), place);
    }

    /** Seals bytes for one place; elsewhere they do not open. */
    byte[] seal(byte[] secret, String place) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place, secret);
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    String open(byte[] sealed, String place) {
        return new String(openBytes(sealed, place), StandardCharsets.UTF_8);
    }

    /** What was sealed for that place; anything else is an {@link IllegalArgumentException}. */
    byte[] openBytes(byte[] sealed, String place) {
        if (sealed.length < OVERHEAD) {
            throw new IllegalArgumentException("not a secret of the export: " + place);
        }
        var content = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE_BYTES];
        content.get(nonce);
        var rest = new byte[content.remaining()];
        content.get(rest);
        return cipher(Cipher.DECRYPT_MODE, nonce, place, rest);
    }

    /** Tells a wrong passphrase from a damaged file. */
    String check() {
        return sign("check".getBytes(StandardCharsets.UTF_8));
    }

    String sign(byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key("sign", "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] cipher(int mode, byte[] nonce, String place, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key("seal", "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (AEADBadTagException other) {
            throw new IllegalArgumentException("not a secret of the export: " + place, other);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("a secret of the export cannot be opened", refused);
        }
    }

    private SecretKey key(String purpose, String algorithm) throws GeneralSecurityException {
        var info = ("ondine export/" + purpose).getBytes(StandardCharsets.UTF_8);
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(algorithm, HKDFParameterSpec.ofExtract().addIKM(root).thenExpand(info, KEY_BYTES));
    }
}
