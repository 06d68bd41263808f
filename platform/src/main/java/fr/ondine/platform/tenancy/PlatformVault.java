package fr.ondine.platform.tenancy;

import org.springframework.stereotype.Component;

/** Keeps the platform's own secrets, which are of no utility; each owner (an operator) has a key of its own. */
@Component
public class PlatformVault {

    private static final String NO_UTILITY = "@"; // no short name of a utility holds it

    private final DerivedKeys keys;

    PlatformVault(DerivedKeys keys) {
        this.keys = keys;
    }

    public byte[] encrypt(String owner, String secret) {
        return sealing(owner).encrypt(secret);
    }

    /** The secret, or an {@link IllegalStateException} when it was sealed for another owner or was altered. */
    public String decrypt(String owner, byte[] sealed) {
        return sealing(owner).decrypt(sealed);
    }

    /** A keyed digest (HMAC-SHA-256, hexadecimal) that finds a value again without keeping it. */
    public String mac(String owner, String purpose, String value) {
        return sealing(owner).mac(purpose, value);
    }

    private Sealing sealing(String owner) {
        return keys.of(NO_UTILITY + owner);
    }
}
