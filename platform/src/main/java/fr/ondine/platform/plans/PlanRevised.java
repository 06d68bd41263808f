package fr.ondine.platform.plans;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** A plan goes on with other amounts. */
public record PlanRevised(TenantId tenant, AgreementId agreement, Instalments instalments) implements TenantEvent {}
