package fr.ondine.platform.plans;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** A plan has ended; what was paid stays to the credit of its agreement. */
public record PlanClosed(TenantId tenant, AgreementId agreement, PlanId plan, PlanClosing why) implements TenantEvent {}
