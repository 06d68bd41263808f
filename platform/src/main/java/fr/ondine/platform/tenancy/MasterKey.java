package fr.ondine.platform.tenancy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** 32 random bytes that all other keys come from (HKDF-SHA-256); in what is said, a fingerprint stands for them. */
final class MasterKey {

    private static final int BYTES = 32;
    private static final int FINGERPRINT = 4;
    /** No owner has an empty name. */
    private static final String OF_NOBODY = "/fingerprint";

    private final byte[] bytes;
    private final String id;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
        this.id = HexFormat.of().formatHex(derive(OF_NOBODY, "Raw", FINGERPRINT).getEncoded());
    }

    /** As it is given, in Base64; an {@link IllegalArgumentException} when it is none. */
    static MasterKey read(String text) {
        var bytes = Base64.getDecoder().decode(text);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("not " + BYTES + " bytes");
        }
        return new MasterKey(bytes);
    }

    String id() {
        return id;
    }

    SecretKey derive(String info, String algorithm) {
        return derive(info, algorithm, BYTES);
    }

    private SecretKey derive(String info, String algorithm, int length) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(bytes)
                                    .thenExpand(info.getBytes(StandardCharsets.UTF_8), length));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[" + id + "]";
    }
}
