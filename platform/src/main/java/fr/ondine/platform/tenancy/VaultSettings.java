package fr.ondine.platform.tenancy;

import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The platform's master key: 32 random bytes in Base64, given by environment or file and never logged. */
@ConfigurationProperties("ondine.vault")
record VaultSettings(String key) {

    private static final int BYTES = 32;

    VaultSettings {
        if (Base64.getDecoder().decode(key).length != BYTES) {
            throw new IllegalArgumentException("ondine.vault.key must be 32 bytes in Base64");
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
