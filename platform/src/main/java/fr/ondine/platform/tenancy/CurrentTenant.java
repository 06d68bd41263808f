package fr.ondine.platform.tenancy;

import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Tells Hibernate whose session it opens; without a tenant it names nobody, whose queries the database denies. */
final class CurrentTenant implements CurrentTenantIdentifierResolver<String> {

    private static final String NOBODY = "-";

    @Override
    public String resolveCurrentTenantIdentifier() {
        return TenantContext.isBound() ? TenantContext.current().slug() : NOBODY;
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
