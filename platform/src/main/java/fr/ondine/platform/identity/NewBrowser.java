package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import java.time.Instant;

/** Somebody signed in with a browser that the account did not know; its owner is told. */
public record NewBrowser(TenantId tenant, UserId user, EmailAddress email, Browser browser, Instant when)
        implements TenantEvent {}
