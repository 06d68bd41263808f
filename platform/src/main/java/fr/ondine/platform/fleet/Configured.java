package fr.ondine.platform.fleet;

import fr.ondine.tenantconfig.ConfigurationChange;
import java.util.List;

/** What changed when a configuration came into force, and its version. */
public record Configured(int version, List<ConfigurationChange> changes) {}
