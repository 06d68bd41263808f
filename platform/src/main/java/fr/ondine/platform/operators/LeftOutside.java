package fr.ondine.platform.operators;

import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.identity.FranceConnectAccounts;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.tenantconfig.TenantConfigReader;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom a change of a utility's configuration would leave outside. No utility may be bound. */
@Component
class LeftOutside {

    private final FleetDirectory directory;
    private final FranceConnectAccounts accounts;

    LeftOutside(FleetDirectory directory, FranceConnectAccounts accounts) {
        this.directory = directory;
        this.accounts = accounts;
    }

    /** How many accounts; none of a utility whose accounts cannot be read now. */
    int by(String slug, String yaml) {
        var utility = directory.get(slug);
        if (!utility.state().hasSchema() || !utility.upToDate()) {
            return 0;
        }
        var then = TenantConfigReader.read(yaml);
        return readable(directory.configuration(slug))
                .map(now -> TenantContext.callAs(new TenantId(slug), () -> accounts.leftOutside(now, then)))
                .orElse(0);
    }

    /** One that this release cannot read any more lets nobody in as it is. */
    private static Optional<TenantConfig> readable(String yaml) {
        try {
            return Optional.of(TenantConfigReader.read(yaml));
        } catch (InvalidConfiguration unreadable) {
            return Optional.empty();
        }
    }
}
