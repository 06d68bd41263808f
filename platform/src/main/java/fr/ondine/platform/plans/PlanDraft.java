package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.Money;

/**
 * A plan as it would be; nothing of it is kept.
 *
 * @param id by which it is agreed once, however often that is asked for
 * @param contract the number of the agreement as it is printed
 * @param carried what the plan before left to this one, beside the year; negative where the payer had paid more
 */
public record PlanDraft(
        PlanId id,
        String contract,
        String holder,
        PlanOrder order,
        YearlyAmount year,
        Money carried,
        Instalments instalments) {}
