package fr.ondine.platform.tenancy;

import fr.ondine.tenantconfig.TenantConfig;

/** A utility that is ready to serve, with the configuration in force. */
record Tenant(TenantId id, TenantConfig configuration) {}
