package fr.ondine.platform.tenancy;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The platform's master key: 32 random bytes in Base64, given by environment or file and never logged. Where one follows
 * another there are several, by commas or a line each: the first seals, all of them open.
 */
@ConfigurationProperties("ondine.vault")
record VaultSettings(String key) {

    VaultSettings {
        if (!areKeys(key)) {
            throw new IllegalArgumentException("ondine.vault.key must be 32 bytes in Base64");
        }
    }

    private static boolean areKeys(String key) {
        try {
            return read(key).findAny().isPresent();
        } catch (IllegalArgumentException noKey) {
            return false;
        }
    }

    private static Stream<MasterKey> read(String key) {
        return Stream.of(key.strip().split("[\\s,]+")).map(MasterKey::read).toList().stream();
    }

    List<MasterKey> keys() {
        return read(key).toList();
    }

    @Override
    public String toString() {
        return "VaultSettings[…]";
    }
}
