package fr.ondine.platform.plans;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;

/** A year of an agreement is paid by these dates and amounts from now on. */
public record PlanAgreed(TenantId tenant, AgreementId agreement, PlanId plan, String contract, Instalments instalments)
        implements TenantEvent {}
