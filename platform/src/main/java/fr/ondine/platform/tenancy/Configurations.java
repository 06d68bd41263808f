package fr.ondine.platform.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.tenantconfig.TenantConfigReader;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    /** By the revision that it was; there are few. */
    private final Map<TenantId, Long> unreadable = new ConcurrentHashMap<>();

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
        var loaded = load(tenant);
        return read.get(version, same -> loaded);
    }

    /** The configuration in force if somebody asked for it before; needs no database. */
    Optional<TenantConfig> known(RegisteredTenant tenant) {
        return Optional.ofNullable(read.getIfPresent(new Version(tenant.id(), tenant.revision())))
                .flatMap(Function.identity());
    }

    /** Whether somebody asked for the configuration in force, and this release could not read it; needs no database. */
    boolean isUnreadable(RegisteredTenant tenant) {
        return Objects.equals(unreadable.get(tenant.id()), tenant.revision());
    }

    private Optional<TenantConfig> load(RegisteredTenant tenant) {
        try {
            var read = Optional.ofNullable(registry.configuration(tenant.id())).map(TenantConfigReader::read);
            unreadable.remove(tenant.id());
            return read;
        } catch (InvalidConfiguration wrong) {
            LOG.error("the configuration of {} cannot be read by this release: {}", tenant.id(), wrong.getMessage());
            unreadable.put(tenant.id(), tenant.revision());
            return Optional.empty();
        }
    }

    private record Version(TenantId tenant, long revision) {}
}
