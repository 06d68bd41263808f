package fr.ondine.platform.publications;

import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.fleet.UtilitySummary;
import fr.ondine.platform.tenancy.ConfigurationRule;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.tenantconfig.ConfigurationText;
import fr.ondine.tenantconfig.Logo;
import fr.ondine.tenantconfig.TenantConfig;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The logo that a configuration names must be one that was uploaded at the same utility. */
@Component
class NamedLogo implements ConfigurationRule {

    private final FleetDirectory directory;
    private final Logos logos;

    NamedLogo(FleetDirectory directory, Logos logos) {
        this.directory = directory;
        this.logos = logos;
    }

    @Override
    public void check(TenantConfig configuration, ConfigurationText text) {
        var named = configuration.brand().logo();
        if (named == null) {
            return;
        }
        var found = find(configuration.slug(), named)
                .orElseThrow(() -> text.refusing("brand.logo.file", "logo-missing", named.file()));
        if (!found.measures(named)) {
            throw text.refusing("brand.logo.width", "logo-measures", found.width(), found.height());
        }
    }

    private Optional<LogoImage> find(String slug, Logo named) {
        return directory
                .find(slug)
                .filter(UtilitySummary::hasData)
                .flatMap(known -> TenantContext.callAs(
                        new TenantId(slug), () -> logos.find(named.file().id())));
    }
}
