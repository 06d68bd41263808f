package fr.ondine.platform.tenancy;

import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The platform's master key: 32 random bytes in Base64, given by environment or file and never logged. */
@ConfigurationProperties("ondine.vault")
record VaultSettings(String key) {

    private static final int BYTES = 32;

    VaultSettings {
        if (!isKey(key)) {
            throw new IllegalArgumentException("ondine.vault.key must be 32 bytes in Base64");
        }
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == BYTES;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(key);
    }

    @Override
    public String toString() {
        return "VaultSettings[…]";
    }
}
