package fr.ondine.platform.tenancy;

/** Much came into a utility at once: what was known of its size is out of date. */
public record TenantGrown(TenantId tenant) {}
