package fr.ondine.platform.tenancy;

/** A utility is about to be deleted for good: whoever keeps something of it outside its schema lets go of it now. */
public record TenantLeaving(TenantId tenant) implements TenantEvent {}
