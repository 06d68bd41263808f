package fr.ondine.platform.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/** The keys that the master key yields (HKDF-SHA-256), one for each owner and purpose; those in use are kept. */
@Component
class DerivedKeys {

    private static final int BYTES = 32;
    private static final int MOST = 10_000;

    private final VaultSettings settings;
    private final Cache<String, SecretKey> keys =
            Caffeine.newBuilder().maximumSize(MOST).build();

    DerivedKeys(VaultSettings settings) {
        this.settings = settings;
    }

    Sealing of(String owner) {
        return new Sealing(this, owner);
    }

    SecretKey key(String owner, String purpose, String algorithm) {
        return keys.get(owner + "/" + purpose, info -> derive(info, algorithm));
    }

    private SecretKey derive(String info, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(settings.bytes())
                                    .thenExpand(info.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
