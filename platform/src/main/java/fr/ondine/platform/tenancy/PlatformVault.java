package fr.ondine.platform.tenancy;

import java.util.List;
import java.util.Optional;
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

    /** The same, or nothing when no master key that is given opens it. */
    public Optional<String> open(String owner, byte[] sealed) {
        return sealing(owner).open(sealed);
    }

    /** A keyed digest (HMAC-SHA-256, hexadecimal) that finds a value again without keeping it. */
    public String mac(String owner, String purpose, String value) {
        return sealing(owner).mac(purpose, value);
    }

    /** The same of each master key that is given: one of them is the one that was kept. */
    public List<String> macs(String owner, String purpose, String value) {
        return sealing(owner).macs(purpose, value);
    }

    /** Whether a secret is sealed with the master key that seals today; others that are given open it all the same. */
    public boolean isCurrent(String owner, byte[] sealed) {
        return sealing(owner).isCurrent(sealed);
    }

    private Sealing sealing(String owner) {
        return keys.of(NO_UTILITY + owner);
    }
}
