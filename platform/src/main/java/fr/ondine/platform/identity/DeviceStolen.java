package fr.ondine.platform.identity;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** A remembered device's secret came back a second time, so that every session was ended; the owner is told. */
public record DeviceStolen(TenantId tenant, UserId user, EmailAddress email) implements TenantEvent {}
