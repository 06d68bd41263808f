package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;

/**
 * What another amount for the year would make of a plan, before and after.
 *
 * @param version of the plan that it was looked at with
 * @param year what all is to come to
 * @param carried what of it the plan before left to this one; negative where the payer had paid more
 * @param paid by now: that stays
 */
public record PlanRevision(
        PlanId plan,
        int version,
        LocalDate from,
        Money year,
        Money carried,
        Money paid,
        Instalments before,
        Instalments after) {

    /** Without what the plan before left: that is said beside it. */
    Money ofTheYear() {
        var alone = year.minus(carried);
        return alone.isPositive() ? alone : year;
    }
}
