package fr.ondine.platform.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.tenantconfig.TenantConfigReader;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The configurations that were in force when something was issued that speaks of its day for ever. */
@Component
class PastConfigurations {

    private static final Logger LOG = LoggerFactory.getLogger(PastConfigurations.class);
    private static final int MOST = 100;

    private final RegistryReader registry;
    private final Cache<Version, Optional<TenantConfig>> read =
            Caffeine.newBuilder().maximumSize(MOST).build();

    PastConfigurations(RegistryReader registry) {
        this.registry = registry;
    }

    /** Nothing when there was none, or this release cannot read it. */
    Optional<TenantConfig> of(RegisteredTenant tenant, Instant moment) {
        return registry.versionAt(tenant.id(), moment).flatMap(number -> {
            var version = new Version(tenant.id(), tenant.revision(), number);
            var known = read.getIfPresent(version);
            // not while the cache holds the key: when the database is away, all who ask would wait one after the other
            var configuration = known == null ? load(tenant.id(), number) : known;
            read.put(version, configuration);
            return configuration;
        });
    }

    private Optional<TenantConfig> load(TenantId tenant, int version) {
        try {
            return Optional.of(TenantConfigReader.read(registry.configuration(tenant, version)));
        } catch (InvalidConfiguration unreadable) {
            LOG.warn(
                    "version {} of the configuration of {} cannot be read by this release: {}",
                    version,
                    tenant,
                    unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** With the registry's row, since a short name may pass to another utility. */
    private record Version(TenantId tenant, long revision, int number) {}
}
