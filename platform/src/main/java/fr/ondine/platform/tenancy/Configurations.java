package fr.ondine.platform.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.tenantconfig.TenantConfigReader;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The configurations of the utilities that are being visited, read when first asked for; the rest cost no memory. */
@Component
class Configurations {

    private static final Logger LOG = LoggerFactory.getLogger(Configurations.class);
    private static final int MOST = 250;

    private final RegistryReader registry;
    private final Cache<Version, Optional<TenantConfig>> read =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Configurations(RegistryReader registry) {
        this.registry = registry;
    }

    /** The configuration in force, or nothing when this release cannot read it. */
    Optional<TenantConfig> of(RegisteredTenant tenant) {
        var version = new Version(tenant.id(), tenant.revision());
        var known = read.getIfPresent(version);
        if (known != null) {
            return known;
        }
        // not while the cache holds the key: when the database is away, all who ask would wait one after the other
        var loaded = load(tenant.id());
        return read.get(version, same -> loaded);
    }

    /** The configuration in force if somebody asked for it before; needs no database. */
    Optional<TenantConfig> known(RegisteredTenant tenant) {
        return Optional.ofNullable(read.getIfPresent(new Version(tenant.id(), tenant.revision())))
                .flatMap(Function.identity());
    }

    private Optional<TenantConfig> load(TenantId tenant) {
        try {
            return Optional.ofNullable(registry.configuration(tenant)).map(TenantConfigReader::read);
        } catch (InvalidConfiguration unreadable) {
            LOG.error("the configuration of {} cannot be read by this release: {}", tenant, unreadable.getMessage());
            return Optional.empty();
        }
    }

    private record Version(TenantId tenant, long revision) {}
}
