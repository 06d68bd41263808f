package fr.ondine.platform.plans;

import fr.ondine.platform.kernel.Money;
import java.util.Optional;

/**
 * That a plan may be looked at again: what its year costs has changed by a leak that was relieved.
 *
 * @param credited for leaks since the amounts of the plan were agreed, VAT included
 * @param billed of its year until now, less what was credited of that
 * @param days that were billed
 * @param usual what a whole year is expected to cost
 * @param year what its year comes to by that: what is billed, and as much of a usual year as there are days left
 * @param revision what that would change; empty where nothing is left to change
 */
public record PlanProposal(
        Money credited, Money billed, int days, Money usual, Money year, Optional<PlanRevision> revision) {}
