package fr.ondine.platform.tenancy;

import fr.ondine.tenantconfig.ConfigurationText;
import fr.ondine.tenantconfig.TenantConfig;

/** What another module asks of every configuration before it comes into force; no utility is bound. */
public interface ConfigurationRule {

    /** Refuses by {@link ConfigurationText#refusing}, at the line of what is wrong. */
    void check(TenantConfig configuration, ConfigurationText text);
}
