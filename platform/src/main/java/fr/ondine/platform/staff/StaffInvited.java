package fr.ondine.platform.staff;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Instant;

/** A person may come to work here by a link ({@code /gestion/invitation?jeton=}) that is to be mailed. */
public record StaffInvited(TenantId tenant, EmailAddress email, String name, RawToken token, Instant expiresAt)
        implements TenantEvent {}
