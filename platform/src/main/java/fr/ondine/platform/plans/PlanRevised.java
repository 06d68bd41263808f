package fr.ondine.platform.plans;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.tenancy.TenantEvent;
import fr.ondine.platform.tenancy.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A plan goes on with other amounts.
 *
 * @param version of the plan from now on
 * @param next what is paid next; null where nothing is to come
 */
public record PlanRevised(
        TenantId tenant,
        AgreementId agreement,
        PlanId plan,
        int version,
        Instalments instalments,
        @Nullable Instalment next)
        implements TenantEvent {}
