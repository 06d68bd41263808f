package fr.ondine.platform.customers;

import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** Customer service refused a claim; the person is to be told how to go on. */
public record ClaimDeclined(TenantId tenant, UserId user, String number, ClaimRefusal why) implements TenantEvent {}
