package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.Money;
import java.time.LocalDate;

/**
 * What another amount for the year would make of a plan, before and after.
 *
 * @param version of the plan that it was looked at with
 * @param paid by now: that stays
 */
public record PlanRevision(
        PlanId plan, int version, LocalDate from, Money year, Money paid, Instalments before, Instalments after) {}
