package fr.ondine.platform.tenancy;

/** A job of a utility that is put away, or whose schema is not yet what this release needs; it waits. */
final class TenantAtRest extends RuntimeException {

    TenantAtRest(TenantId tenant) {
        super(tenant + " is at rest");
    }
}
