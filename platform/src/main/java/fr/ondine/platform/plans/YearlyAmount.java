package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Volume;
import org.jspecify.annotations.Nullable;

/**
 * What a year is expected to cost.
 *
 * @param volume that is rated; null where the amount does not come from the tariff
 */
public record YearlyAmount(
        Money amount, PlanBasis basis, @Nullable Volume volume) {}
