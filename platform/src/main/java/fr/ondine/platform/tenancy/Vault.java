package fr.ondine.platform.tenancy;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps the bound utility's secrets unreadable at rest (AES-256-GCM), under a key of that utility alone (HKDF). */
@Component
public class Vault {

    private final DerivedKeys keys;

    Vault(DerivedKeys keys) {
        this.keys = keys;
    }

    public byte[] encrypt(String secret) {
        return sealing().encrypt(secret);
    }

    /** The secret, or an {@link IllegalStateException} when it was sealed for another utility or was altered. */
    public String decrypt(byte[] sealed) {
        return sealing().decrypt(sealed);
    }

    /** The same, or nothing when no master key that is given opens it. */
    public Optional<String> open(byte[] sealed) {
        return sealing().open(sealed);
    }

    /** A keyed digest (HMAC-SHA-256, hexadecimal) that finds a value again without keeping it. */
    public String mac(String purpose, String value) {
        return sealing().mac(purpose, value);
    }

    /** The same of each master key that is given, the one that digests today first: one of them is the one that was kept. */
    public List<String> macs(String purpose, String value) {
        return sealing().macs(purpose, value);
    }

    /** Whether a secret is sealed with the master key that seals today; others that are given open it all the same. */
    public boolean isCurrent(byte[] sealed) {
        return sealing().isCurrent(sealed);
    }

    private Sealing sealing() {
        return keys.of(TenantContext.current().slug());
    }
}
