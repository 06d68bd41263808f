package fr.ondine.platform.customers;

import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.platform.tenancy.Vault;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws claim keys in the bound utility's format, which has bits enough that none is guessed. */
@Component
public class FreshClaimKeys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Tenants tenants;
    private final Vault vault;

    FreshClaimKeys(Tenants tenants, Vault vault) {
        this.tenants = tenants;
        this.vault = vault;
    }

    /** Another one each time; none where the utility has no such keys. */
    public Optional<FreshClaimKey> draw() {
        return Optional.ofNullable(tenants.current().claims().claimKey())
                .map(format -> format.draw(RANDOM))
                .map(key -> new FreshClaimKey(key, vault.mac(TypedProof.CLAIM_KEY, key), vault.encrypt(key)));
    }
}
