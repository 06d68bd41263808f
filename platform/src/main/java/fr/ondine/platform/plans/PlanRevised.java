package fr.ondine.platform.plans;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/**
 * A plan goes on with other amounts.
 *
 * @param version of the plan from now on
 */
public record PlanRevised(TenantId tenant, AgreementId agreement, PlanId plan, int version, Instalments instalments)
        implements TenantEvent {}
