package fr.ondine.platform.tenancy;

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

    /** A keyed digest (HMAC-SHA-256, hexadecimal) that finds a value again without keeping it. */
    public String mac(String purpose, String value) {
        return sealing().mac(purpose, value);
    }

    private Sealing sealing() {
        return keys.of(TenantContext.current().slug());
    }
}
