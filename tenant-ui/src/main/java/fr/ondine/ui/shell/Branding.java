package fr.ondine.ui.shell;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.ondine.tenantconfig.TenantConfig;
import org.springframework.stereotype.Component;

/** The few files that make the one design look like a utility's own; computed once per configuration that is visited. */
@Component
public class Branding {

    private static final int MOST = 250;

    // by identity: the same configuration is the same object as long as it is in force
    private final Cache<TenantConfig, BrandFiles> known =
            Caffeine.newBuilder().weakKeys().maximumSize(MOST).build();

    BrandFiles of(TenantConfig utility) {
        return known.get(utility, BrandFiles::of);
    }
}
