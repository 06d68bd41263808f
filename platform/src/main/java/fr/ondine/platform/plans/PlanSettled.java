package fr.ondine.platform.plans;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/**
 * The year of a plan is billed, and it is decided what becomes of the difference.
 *
 * @param isLess whether it takes something off what the plan was still to bring, or gives something back
 */
public record PlanSettled(TenantId tenant, AgreementId agreement, PlanId plan, YearEnd end, boolean isLess)
        implements TenantEvent {}
