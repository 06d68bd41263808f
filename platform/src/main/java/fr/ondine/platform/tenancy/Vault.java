package fr.ondine.platform.tenancy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/** Keeps the bound utility's secrets unreadable at rest (AES-256-GCM), under a key of that utility alone (HKDF). */
@Component
public class Vault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final VaultSettings settings;
    private final SecureRandom random = new SecureRandom();

    Vault(VaultSettings settings) {
        this.settings = settings;
    }

    public byte[] encrypt(String secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = cipher(
                Cipher.ENCRYPT_MODE, new GCMParameterSpec(TAG_BITS, nonce), secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** The secret, or an {@link IllegalStateException} when it was sealed for another utility or was altered. */
    public String decrypt(byte[] sealed) {
        var nonce = new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES);
        var secret = cipher(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
        return new String(secret, StandardCharsets.UTF_8);
    }

    /** A keyed digest (HMAC-SHA-256, hexadecimal) that finds a value again without keeping it. */
    public String mac(String purpose, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key("mac " + purpose, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] cipher(int mode, AlgorithmParameterSpec nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key("seal", "AES"), nonce);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("the vault refuses", refused);
        }
    }

    private SecretKey key(String purpose, String algorithm) throws GeneralSecurityException {
        var info = TenantContext.current().slug() + "/" + purpose;
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        algorithm,
                        HKDFParameterSpec.ofExtract()
                                .addIKM(settings.bytes())
                                .thenExpand(info.getBytes(StandardCharsets.UTF_8), 32));
    }
}
