package fr.ondine.platform.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/** The keys that the master keys yield, for each owner and purpose one of each master; those in use are kept. */
@Component
class DerivedKeys {

    private static final int MOST = 10_000;

    private final List<MasterKey> masters;
    private final Cache<String, List<SecretKey>> keys =
            Caffeine.newBuilder().maximumSize(MOST).build();

    DerivedKeys(VaultSettings settings) {
        this.masters = settings.keys();
    }

    Sealing of(String owner) {
        return new Sealing(this, owner);
    }

    /** The first is the one to seal and digest with; the others open what was sealed before. */
    List<SecretKey> all(String owner, String purpose, String algorithm) {
        return keys.get(
                owner + "/" + purpose,
                info -> masters.stream()
                        .map(master -> master.derive(info, algorithm))
                        .toList());
    }

    /** The masters by their fingerprints, in the same order. */
    List<String> ids() {
        return masters.stream().map(MasterKey::id).toList();
    }
}
