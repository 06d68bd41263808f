package fr.ondine.platform.plans;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** The year of a plan is billed, and it is decided what becomes of the difference. */
public record PlanSettled(TenantId tenant, AgreementId agreement, PlanId plan, YearEnd end) implements TenantEvent {}
